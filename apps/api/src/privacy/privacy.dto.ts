import type { AuditQuery, ConsentDocument, ConsentRequest } from '@wanli/contracts/privacy'
import { IsIn, IsString, Matches, MaxLength } from 'class-validator'

import type { Exact, Expect } from '../common/contract.js'
import { PageQueryDto } from '../common/page.dto.js'
import { Optional } from '../common/optional.js'

const NAMES: readonly ConsentDocument[] = ['terms', 'privacy', 'sensitive']

export class ConsentBody implements ConsentRequest {
  @IsIn(NAMES) document: ConsentDocument
  @IsString() @MaxLength(20) version: string
}

export class DocumentParams {
  @IsIn(NAMES) document: ConsentDocument
}

export class AuditQueryDto extends PageQueryDto implements AuditQuery {
  @Optional() @IsString() @MaxLength(40) @Matches(/^[a-z_.]+$/) action?: string
}

export type ConsentBodyIsExact = Expect<Exact<ConsentBody, ConsentRequest>>
export type AuditQueryIsExact = Expect<Exact<AuditQueryDto, AuditQuery>>
