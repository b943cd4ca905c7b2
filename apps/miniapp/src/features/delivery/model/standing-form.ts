import type { Meal, Portion } from '@wanli/contracts/canteen'
import type { StandingTerms, StandingView, StandingWish, Weekday } from '@wanli/contracts/standing'
import { WORKDAYS } from './weekdays'
import { countsOf, PLAIN_TRAY, wishesOf, type KindCounts } from './wishes'

/**
 * What is chosen of a standing order. `forPersonId` null is oneself. `before` are its wishes as they were. `small`: who eats takes a 小份 of
 * whatever has one.
 */
export interface StandingForm {
  readonly forPersonId: string | null
  readonly weekdays: readonly Weekday[]
  readonly meal: Meal
  readonly counts: KindCounts
  readonly before: readonly StandingWish[]
  readonly small: boolean
  readonly addressId: string | null
  readonly note: string
}

/** What most people want: a plain tray at noon on working days. */
export const FIRST_FORM: StandingForm = {
  forPersonId: null,
  weekdays: WORKDAYS,
  meal: 'lunch',
  counts: PLAIN_TRAY,
  before: [],
  small: false,
  addressId: null,
  note: '',
}

/** The form of a standing order that is changed by `personId`. */
export function formOfStanding(standing: StandingView, personId: string): StandingForm {
  const { eater, weekdays, meal, wishes, addressId, note } = standing
  const forPersonId = eater.id === personId ? null : eater.id
  const small = wishes.every(({ portion }) => portion === 'half')
  return { forPersonId, weekdays, meal, counts: countsOf(wishes), before: wishes, small, addressId, note }
}

/** The form with every dish small, or none: what had sizes of its own has one size now. */
export function withSmall(form: StandingForm, small: boolean): StandingForm {
  const portion = portionOf(small)
  return { ...form, small, before: form.before.map((wish) => ({ ...wish, portion })) }
}

const portionOf = (small: boolean): Portion => (small ? 'half' : 'whole')

/** Pieces of a tray. */
export const piecesOf = (counts: KindCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Whether enough is chosen to be sent. */
export const isReady = (form: StandingForm): boolean => form.weekdays.length > 0 && piecesOf(form.counts) > 0

/** What is sent. */
export function termsOfForm(form: StandingForm, addressId: string): StandingTerms {
  const { weekdays, meal, counts, before, small, note } = form
  const wishes = wishesOf(counts, before, portionOf(small))
  return { weekdays: [...weekdays], meal, wishes, addressId, note: note.trim() }
}
