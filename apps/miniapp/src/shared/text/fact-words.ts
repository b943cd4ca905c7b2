import type { FactEvidence, FactKind, FactStatus, FactView } from '@wanli/contracts/people'
import { fullDayText } from '@wanli/kernel/shanghai-time'

/** Names of the facts. */
export const FACT_TEXT = {
  birth_day: '出生日期',
  residence: '住在万里',
  hukou: '户籍',
  welfare_class: '低保',
} as const satisfies Record<FactKind, string>

/** What a clerk looked at. */
export const EVIDENCE_TEXT = {
  id_card: '身份证',
  hukou_book: '户口簿',
  residence_permit: '居住证',
  welfare_certificate: '低保证',
  document: '证件',
} as const satisfies Record<FactEvidence, string>

/** States of a fact. */
export const FACT_STATUS_TEXT = {
  verified: '长期有效',
  expiring: '快到期',
  expired: '过期了',
  declared: '没核对',
} as const satisfies Record<FactStatus, string>

/** A fact as people say it: `出生日期 1945年8月18日`. */
export function factText({ kind, value }: Pick<FactView, 'kind' | 'value'>, today: string): string {
  const name = FACT_TEXT[kind]
  if (value === name) return name
  return `${name} ${kind === 'birth_day' ? fullDayText(value, today) : value}`
}
