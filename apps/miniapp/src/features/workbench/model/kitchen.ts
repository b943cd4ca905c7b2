import { KITCHEN } from '@wanli/kernel/limits'
import type {
  BoardTotal,
  KitchenBoard,
  KitchenChange,
  KitchenDay,
  KitchenSitting,
  SheetView,
  Ticket,
  UndoableStep,
} from '@wanli/contracts/kitchen'

/** Meals other than this one of which a sample is missing. */
export function lateBeside({ sittings, samplesLateAt }: KitchenDay, currentId: string): KitchenSitting[] {
  return sittings.filter(({ id }) => id !== currentId && samplesLateAt.some(({ sittingId }) => sittingId === id))
}

/** The four places of the kitchen; `pickup` is a page of its own. */
export const PLACES = ['prepare', 'pickup', 'runs', 'samples'] as const
export type KitchenPlace = (typeof PLACES)[number]

/** More tickets than this are not begun with one tap: nobody has so many pans. */
const MOST_TOGETHER = 12

/** Portions of a dish that are still missing; never below zero. */
export const missingOf = ({ made, total }: BoardTotal): number => Math.max(0, total - made)

/** How far a dish is, 0 to 1; done when nothing is to be made. */
export const shareOf = ({ made, total }: BoardTotal): number => (total === 0 ? 1 : Math.min(1, made / total))

/** Whether a ticket still waits to be begun. */
const isWaiting = ({ status }: Ticket): boolean => status === 'paid' || status === 'frozen'

/** Tickets that may be begun together: the first that waits and all of its time. Null when that is one or none. */
export function togetherOf(tickets: readonly Ticket[]): { slotFrom: string; orderIds: string[] } | null {
  const first = tickets.find(isWaiting)
  if (!first?.slotFrom) return null
  const { slotFrom } = first
  const same = tickets.filter((ticket) => isWaiting(ticket) && ticket.slotFrom === slotFrom).slice(0, MOST_TOGETHER)
  return same.length < 2 ? null : { slotFrom, orderIds: same.map(({ orderId }) => orderId) }
}

/**
 * Tickets in the order in which they stand on the screen, with what is new behind them: while one is being tapped none moves under the
 * finger, though it is begun, made, or somebody else's by now.
 */
export function inPlace(shown: readonly Ticket[], fresh: readonly Ticket[]): Ticket[] {
  const standing = new Set(shown.map(({ orderId }) => orderId))
  return [
    ...shown.map((ticket) => fresh.find(({ orderId }) => orderId === ticket.orderId) ?? ticket),
    ...fresh.filter(({ orderId }) => !standing.has(orderId)),
  ]
}

/** Whole seconds in which a step may still be taken back at `now`, by the server's clock. */
export function secondsLeft(step: UndoableStep, now: Date): number {
  const left = Math.ceil((Date.parse(step.until) - now.getTime()) / 1000)
  // A step of this moment may be younger than the board by whose clock it is seen.
  return Math.min(KITCHEN.undoSeconds, Math.max(0, left))
}

/** The step that may be taken back: what this screen has just done, or what the board says of another's. */
export function undoOf(own: UndoableStep | null, board: KitchenBoard, undone: readonly string[]): UndoableStep | null {
  const step = own ?? board.undo
  return step !== null && undone.includes(`${step.orderId} ${step.until}`) ? null : step
}

/** Changes in the order in which they matter: what must not go into somebody's meal comes before how many. */
export function urgentFirst(changes: readonly KitchenChange[]): KitchenChange[] {
  const rank = ({ kind }: KitchenChange): number => (kind === 'leave_out' ? 0 : 1)
  return [...changes].sort((one, other) => rank(one) - rank(other))
}

/** By how many portions a dish has changed since the freeze, as far as nobody has seen it; zero when there is nothing new. */
export function unseenOf(changes: readonly KitchenChange[], dishId: string): number {
  return changes.reduce((sum, one) => (one.kind === 'amount' && one.dishId === dishId ? sum + one.amount : sum), 0)
}

/** With a sign before it: `+2`, `−1`. */
export const signed = (amount: number): string => (amount > 0 ? `+${amount}` : `−${-amount}`)

/** What a board opens with: the sheet until somebody has begun. */
export const viewAtFirst = ({ counts }: KitchenBoard): 'sheet' | 'board' =>
  counts.cooking + counts.made === 0 ? 'sheet' : 'board'

/** The meal that the kitchen has come to, while one looks at another whose time is over at `now`; undefined otherwise. */
export function nextMeal(
  { sittings, currentId }: KitchenDay,
  shown: KitchenSitting,
  now: Date,
): KitchenSitting | undefined {
  const isOver = Date.parse(shown.serving.to) <= now.getTime()
  return isOver && currentId !== shown.id ? sittings.find(({ id }) => id === currentId) : undefined
}

/**
 * The meal `at` which one works, by its id alone while nothing else is known of it, else the one the kitchen has come to: a new day begins with its first meal. Where somebody `stays`, who
 * has something half done in their hand, it is still there beside those of the new day.
 */
export function mealAt(
  { sittings, currentId }: Pick<KitchenDay, 'sittings' | 'currentId'>,
  at: KitchenSitting | string | null,
  stays: boolean,
): { sittings: KitchenSitting[]; sitting: KitchenSitting | undefined } {
  const there = sittings.find(({ id }) => id === (typeof at === 'string' ? at : at?.id))
  if (there === undefined && typeof at === 'object' && at !== null && stays)
    return { sittings: [at, ...sittings], sitting: at }
  return { sittings, sitting: there ?? sittings.find(({ id }) => id === currentId) }
}

/** What is left out of a dish and by how many orders: `花生` 1. */
export function warningsOf(sheet: SheetView, dishId: string): { what: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const line of sheet.leaveOut) if (line.dishId === dishId) counts.set(line.what, (counts.get(line.what) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count }))
}
