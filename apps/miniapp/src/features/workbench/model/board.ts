import type { PickupBoard } from '@wanli/contracts/pickups'
import { compareTimes } from '@wanli/kernel/shanghai-time'

type BoardSitting = PickupBoard['sittings'][number]

/** The meal that is being handed over at `now`, else the next one of the board; null when the last one is over. */
export function currentSitting(sittings: readonly BoardSitting[], now: Date): BoardSitting | null {
  const ahead = sittings.filter(({ serving }) => new Date(serving.to) > now)
  return ahead.sort((a, b) => compareTimes(a.serving.from, b.serving.from))[0] ?? null
}

/** Whether the meal is being handed over at `now`, and not only later. */
export function isServing(sitting: BoardSitting, now: Date): boolean {
  return new Date(sitting.serving.from) <= now && now < new Date(sitting.serving.to)
}
