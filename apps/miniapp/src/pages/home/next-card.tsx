import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { Skeleton } from '@/shared/ui/skeleton'
import { lastNumber } from './last-number.store'
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

/** Heights of the two cards, in px at scale 1. */
const NOTHING_HEIGHT = 80
const PICKUP_HEIGHT = 176

/** The one solid card of the page: what comes next. Without network it says the number it last knew. */
export function NextCard({ query, person, now }: NextCardProps): ReactNode {
  const { data } = query
  useKeptNumber(data, person.id)
  if (!data) {
    // What waits under this card must not move under a finger: most often it is what it was.
    const height = lastNumber(person.id, now) === null ? NOTHING_HEIGHT : PICKUP_HEIGHT
    const skeleton = <Skeleton height={height} radius={16} />
    return <WithoutOrders query={query} personId={person.id} now={now} skeleton={skeleton} />
  }
  const things = nextThings(data, now)
  const first = things[0]
  if (!first) return <NothingCard />
  return <PickupCard thing={first} also={things[1]} person={person} now={now} />
}
