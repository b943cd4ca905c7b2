import { Transform } from 'class-transformer'
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator'

import type { PageQuery } from '@wanli/contracts/page'
import { PAGE } from '@wanli/kernel/limits'

import type { Exact, Expect } from './contract.js'
import { Optional } from './optional.js'

/** Query strings are text: digits become a number, anything else stays and is refused by the rule. */
const numberFromText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
)

/** Query of a list. */
export class PageQueryDto implements PageQuery {
  @Optional() @numberFromText @IsInt() @Min(1) @Max(PAGE.maxSize) limit?: number
  @Optional() @IsString() @MaxLength(100) cursor?: string
}

export type PageQueryIsExact = Expect<Exact<PageQueryDto, PageQuery>>
