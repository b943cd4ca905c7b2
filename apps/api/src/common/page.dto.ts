import { Transform } from 'class-transformer'
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'

import type { PageQuery } from '@wanli/contracts/page'
import { PAGE } from '@wanli/kernel/limits'

import type { Exact, Expect } from './contract.js'

/** Query strings are text: digits become a number, anything else stays and is refused by the rule. */
export const numberFromText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
)

/** Query of a list. */
export class PageQueryDto implements PageQuery {
  @IsOptional() @numberFromText @IsInt() @Min(1) @Max(PAGE.maxSize) limit?: number
  @IsOptional() @IsString() @MaxLength(100) cursor?: string
}

export type PageQueryIsExact = Expect<Exact<PageQueryDto, PageQuery>>
