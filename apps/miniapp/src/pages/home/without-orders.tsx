import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { asApiError } from '@/shared/http/api-error'
import { lastNumber } from './last-number.store'
import { OfflineCard } from './offline-card'
import { TroubleCard } from './trouble-card'

interface WithoutOrdersProps {
  query: UseQueryResult<OrderListItem[]>
  personId: string
  now: Date
  skeleton: ReactNode
}

/** Orders that are not there: on their way, refused, or out of reach, with the number that was last known. */
export function WithoutOrders({ query, personId, now, skeleton }: WithoutOrdersProps): ReactNode {
  // The first failed try already says so: nobody waits for the repeats at a counter.
  const failure = query.error ?? query.failureReason
  if (!failure) return skeleton
  const error = asApiError(failure)
  const retry = (): void => void query.refetch()
  if (error.code === 'network') return <OfflineCard kept={lastNumber(personId, now)} onRetry={retry} />
  return <TroubleCard error={error} onRetry={retry} />
}
