import type { SlotView } from '@wanli/contracts/canteen'
import { compareTimes } from '@wanli/kernel/shanghai-time'

/** Whether a pick-up time can be taken at `now`: it has a place, and it is not over. */
export function isSlotFree(slot: SlotView, now: Date): boolean {
  return slot.left > 0 && !isSlotPast(slot, now)
}

/** Whether a pick-up time is over at `now`. */
export function isSlotPast(slot: SlotView, now: Date): boolean {
  return new Date(slot.to) <= now
}

/** The chosen pick-up time if it can still be had. */
export function chosenSlot(slots: readonly SlotView[], slotId: string | null, now: Date): SlotView | null {
  return slots.find((slot) => slot.id === slotId && isSlotFree(slot, now)) ?? null
}

/** The soonest pick-up time that can be had. */
export function soonestSlot(slots: readonly SlotView[], now: Date): SlotView | null {
  return [...slots].sort((a, b) => compareTimes(a.from, b.from)).find((slot) => isSlotFree(slot, now)) ?? null
}
