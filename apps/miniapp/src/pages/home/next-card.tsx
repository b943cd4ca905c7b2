import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { Skeleton } from '@/shared/ui/skeleton'
import { nextThings } from './model/next-thing.rules'
import { NothingCard } from './nothing-card'
import { PickupCard } from './pickup-card'
import { useKeptNumber } from './use-kept-number'
import { WithoutOrders } from './without-orders'

interface NextCardProps {
  query: UseQueryResult<OrderListItem[]>
  person: PersonView
  now: Date
}

/** The one solid card of the page: what comes next. Without network it says the number it last knew. */
export function NextCard({ query, person, now }: NextCardProps): ReactNode {
  const { data } = query
  useKeptNumber(data, person.id)
  if (!data)
    return (
      <WithoutOrders query={query} personId={person.id} now={now} skeleton={<Skeleton height={176} radius={16} />} />
    )
  const things = nextThings(data, now)
  const first = things[0]
  if (!first) return <NothingCard />
  return <PickupCard thing={first} also={things[1]} person={person} now={now} />
}
