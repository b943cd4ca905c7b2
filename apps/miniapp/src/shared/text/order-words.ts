import type { OrderListItem, OrderStatus } from '@wanli/contracts/canteen'

const AT_WINDOW: readonly OrderStatus[] = ['paid', 'frozen', 'cooking', 'ready']

/** Whether a meal waits to be fetched: who comes with its number gets it. */
export const waitsAtWindow = (status: OrderStatus): boolean => AT_WINDOW.includes(status)

/**
 * How a meal stands for who would fetch it: `wait` until its time, `cooking` when that has come and it is still on the stove, `ready` when
 * the kitchen says so and the window serves, `now` in its time when the kitchen says nothing, `late` once the window has closed.
 */
export type AtWindow = 'wait' | 'cooking' | 'ready' | 'now' | 'late'

/** How a meal stands at `now`. After its slot it may still be fetched until serving ends. */
export function atWindow(
  { status, slot, serving }: Pick<OrderListItem, 'status' | 'slot' | 'serving'>,
  now: Date,
): AtWindow {
  if (now >= new Date(serving.to)) return 'late'
  if (status === 'ready' && now >= new Date(serving.from)) return 'ready'
  if (now < new Date((slot ?? serving).from)) return 'wait'
  return status === 'cooking' ? 'cooking' : 'now'
}
