import type { OrderStatus } from '@wanli/contracts/canteen'

const AT_WINDOW: readonly OrderStatus[] = ['paid', 'frozen', 'cooking', 'ready']

/** Whether a meal waits to be fetched: who comes with its number gets it. */
export const waitsAtWindow = (status: OrderStatus): boolean => AT_WINDOW.includes(status)
