import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { DeskCard } from '@/shared/desk-card'
import { deskWords } from '@/shared/text/role-words'
import { Skeleton } from '@/shared/ui/skeleton'
import { lastNumber } from './last-number.store'
import { nextThings } from './model/next-thing.rules'
import { NothingCard } from './nothing-card'
import { PickupCard } from './pickup-card'
import { SearchCard } from './search-card'
import { UnpaidCard } from './unpaid-card'
import { useKeptNumber } from './use-kept-number'
import { WithoutOrders } from './without-orders'

interface NextCardProps {
  query: UseQueryResult<OrderListItem[]>
  person: PersonView
  now: Date
}

/** Heights of the cards, in px at scale 1: nothing, a meal to be fetched, one that is brought. */
const HEIGHTS = { nothing: 80, pickup: 176, delivery: 242 }

/** How high the card is most likely to be: what it was the last time. */
function likelyHeight(personId: string, now: Date): number {
  const kept = lastNumber(personId, now)
  if (kept === null) return HEIGHTS.nothing
  return kept.where === null ? HEIGHTS.delivery : HEIGHTS.pickup
}

/** The one solid card of the page: what comes next. Without network it says the number it last knew. */
export function NextCard({ query, person, now }: NextCardProps): ReactNode {
  const { data } = query
  useKeptNumber(data, person.id)
  if (!data) {
    // What waits under this card must not move under a finger.
    const skeleton = <Skeleton height={likelyHeight(person.id, now)} radius={16} />
    return <WithoutOrders query={query} personId={person.id} now={now} skeleton={skeleton} />
  }
  const [first, ...others] = nextThings(data, now)
  if (!first) return <Free person={person} />
  if (first.phase === 'search') return <SearchCard thing={first} others={others} person={person} now={now} />
  if (first.phase === 'unpaid') return <UnpaidCard thing={first} others={others} person={person} now={now} />
  return <PickupCard thing={first} others={others} person={person} now={now} />
}

/** No meal is to come: who works here goes to their work. */
function Free({ person }: { person: PersonView }): ReactNode {
  const where = deskWords(person)
  return where === null ? <NothingCard /> : <DeskCard where={where} large />
}
