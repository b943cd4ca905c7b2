import { useEffect } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { keepLastNumber } from './last-number.store'
import { nextThings, type NextThing } from './model/next-thing.rules'

/** A number is of no use while a meal waits for money, and of none while its eater is looked for. */
const NUMBERLESS: readonly NextThing['phase'][] = ['search', 'unpaid']

/** Keeps the number of the next paid meal on the phone whenever the orders were fetched. */
export function useKeptNumber(orders: readonly OrderListItem[] | undefined, personId: string): void {
  useEffect(() => {
    if (!orders || personId === '') return
    const paid = nextThings(orders, serverNow()).find(({ phase }) => !NUMBERLESS.includes(phase))
    keepLastNumber(personId, paid?.order, serverNow())
  }, [orders, personId])
}
