import { DomainError } from '../common/domain-error.js'

import type { Sitting } from './sitting.entity.js'

/** The times between which orders of a sitting are taken. */
export interface SittingTimes {
  opensAt: Date
  cutOffAt: Date
}

/** Whether orders are taken at `now`. */
export function isOpen(times: SittingTimes, now: Date): boolean {
  return now >= times.opensAt && now < times.cutOffAt
}

/** Makes sure that orders are taken at `now`. Throws `canteen.sitting_not_open` or `canteen.cut_off_passed` (409). */
export function assertOpen(times: SittingTimes, now: Date, say: (at: Date) => string): void {
  if (now < times.opensAt) throw new DomainError('canteen.sitting_not_open', { opensAt: say(times.opensAt) })
  if (now >= times.cutOffAt) throw new DomainError('canteen.cut_off_passed', { cutOffAt: say(times.cutOffAt) })
}

/** Throws `canteen.sitting_closed` (409) when the canteen does not serve the meal. */
export function assertServed(sitting: Pick<Sitting, 'closedAt' | 'closedReason'>): void {
  if (sitting.closedAt !== null) throw new DomainError('canteen.sitting_closed', { reason: sitting.closedReason ?? '' })
}
