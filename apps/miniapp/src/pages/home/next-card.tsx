import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { asApiError } from '@/shared/http/api-error'
import { serverNow } from '@/shared/http/server-clock'
import { Skeleton } from '@/shared/ui/skeleton'
import { keepLastNumber, lastNumber } from './last-number.store'
import { nextThings } from './model/next-thing.rules'
import { NothingCard } from './nothing-card'
import { OfflineCard } from './offline-card'
import { PickupCard } from './pickup-card'
import { TroubleCard } from './trouble-card'

interface NextCardProps {
  query: UseQueryResult<OrderListItem[]>
  person: PersonView
  now: Date
}

/** The one solid card of the page: what comes next. Without network it says the number it last knew. */
export function NextCard({ query, person, now }: NextCardProps): ReactNode {
  const { data } = query
  useEffect(() => {
    const paid = data && nextThings(data, serverNow()).find(({ phase }) => phase !== 'unpaid')
    if (data) keepLastNumber(person.id, paid?.order, serverNow())
  }, [data, person.id])
  // The first failed try already says so: nobody waits for the repeats at a counter. What was fetched before stays.
  const failure = query.error ?? query.failureReason
  if (!data && failure) {
    const error = asApiError(failure)
    const retry = (): void => void query.refetch()
    if (error.code === 'network') return <OfflineCard kept={lastNumber(person.id, now)} onRetry={retry} />
    return <TroubleCard error={error} onRetry={retry} />
  }
  if (!data) return <Skeleton height={176} radius={16} />
  const things = nextThings(data, now)
  const first = things[0]
  if (!first) return <NothingCard />
  return <PickupCard thing={first} also={things[1]} person={person} now={now} />
}
