import type { ClaimRow } from '@wanli/contracts/manage'
import { plainYuan } from '@wanli/kernel/money'
import { MEAL_TEXT } from '@/shared/text/when'
import { MANAGE_TEXT } from '../manage-text'

/** Rows of a claim as text that a spreadsheet takes: one line a row, columns apart by tabs. */
export function claimTable(rows: readonly ClaimRow[]): string {
  const lines = rows.map(({ day, meal, schemeName, count, handedOver, fen }) =>
    [day, MEAL_TEXT[meal], schemeName, count, handedOver, plainYuan(fen)].join('\t'),
  )
  return [MANAGE_TEXT.claimHead, ...lines].join('\n')
}

/** Whether all rows are of one scheme: then its name beside each of them would say nothing. */
export const isOneScheme = (rows: readonly ClaimRow[]): boolean => new Set(rows.map(({ scheme }) => scheme)).size <= 1
