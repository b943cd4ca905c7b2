import type { FactKind, FactStatus } from '@wanli/contracts/people'
import { addDays, isBusinessDay } from '@wanli/kernel/shanghai-time'

/** A fact is told to be running out so many days before. */
const NOTICE_DAYS = 30

/** Whether a verified fact counts on a day: up to and including its last one. */
export function countsOn({ validUntil }: { validUntil: string | null }, day: string): boolean {
  return validUntil === null || day <= validUntil
}

/** Where a verified fact stands today. */
export function factStatus(fact: { validUntil: string | null }, today: string): Exclude<FactStatus, 'declared'> {
  if (!countsOn(fact, today)) return 'expired'
  return fact.validUntil !== null && fact.validUntil <= addDays(today, NOTICE_DAYS) ? 'expiring' : 'verified'
}

/** Whether a value is one this kind of fact can have: a past day for a birth day, a readable text for the others. */
export function isFactValue(kind: FactKind, value: string, today: string): boolean {
  if (kind !== 'birth_day') return value.trim() !== ''
  return isBusinessDay(value) && value <= today && value >= '1900-01-01'
}
