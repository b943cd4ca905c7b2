import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { SittingBrief } from '@wanli/contracts/canteen'
import { useCanteens } from '@/shared/api/canteens'
import { serverNow } from '@/shared/http/server-clock'
import { useSittings } from './api/get-sittings'
import { pickSitting } from './model/days'

/** The sitting one would order for now (or the asked day and meal), and the query that is still on its way to it. */
export function useNextSitting(day?: string, meal?: string): { sitting: SittingBrief | null; waiting: UseQueryResult } {
  const canteens = useCanteens()
  const sittings = useSittings(canteens.data?.[0]?.id)
  // What is "now" is settled once: the question must not change while a person thinks.
  const [now] = useState(() => serverNow())
  const sitting = sittings.data ? pickSitting(sittings.data.items, now, day, meal) : null
  return { sitting, waiting: canteens.data ? sittings : canteens }
}
