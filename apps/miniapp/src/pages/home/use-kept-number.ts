import { useEffect } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { keepLastNumber } from './last-number.store'
import { nextThings, type NextThing } from './model/next-thing.rules'

/** The window gives nothing for a number while its meal waits for money or for a taker, nor while its eater is looked for. */
const NUMBERLESS: readonly NextThing['phase'][] = ['search', 'unpaid', 'offered']

/** Keeps the number of the next paid meal on the phone whenever the orders were fetched. */
export function useKeptNumber(orders: readonly OrderListItem[] | undefined, personId: string): void {
  useEffect(() => {
    if (!orders || personId === '') return
    const paid = nextThings(orders, serverNow()).find(({ phase }) => !NUMBERLESS.includes(phase))
    keepLastNumber(personId, paid?.order, serverNow())
  }, [orders, personId])
}
