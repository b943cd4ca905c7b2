import { useEffect } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { keepLastNumber } from './last-number.store'
import { hasNumber, nextThings } from './model/next-thing.rules'

/** Keeps the number of the next paid meal on the phone whenever the orders were fetched. */
export function useKeptNumber(orders: readonly OrderListItem[] | undefined, personId: string): void {
  useEffect(() => {
    if (!orders || personId === '') return
    const paid = nextThings(orders, serverNow()).find(hasNumber)
    keepLastNumber(personId, paid?.order, serverNow())
  }, [orders, personId])
}
