import type { PageQuery } from '@wanli/contracts/page'
import type { Exact, Expect } from './contract.js'
/** Query strings are text: digits become a number, anything else stays and is refused by the rule. */
export declare const numberFromText: PropertyDecorator
/** Query of a list. */
export declare class PageQueryDto implements PageQuery {
  limit?: number
  cursor?: string
}
export type PageQueryIsExact = Expect<Exact<PageQueryDto, PageQuery>>
