import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { useNow } from '@/shared/now'
import { MEAL_TEXT } from '@/shared/text/when'
import { Screen } from '@/shared/ui/screen'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { openSittingQuery } from './api/get-open-sitting'
import { Doors } from './doors'
import { FirstSteps } from './first-steps'
import { Hello } from './hello'
import { LatestNotice } from './latest-notice'
import { isNewcomer } from './model/newcomer.rules'
import { NextCard } from './next-card'
import { Place } from './place'
import { SittingCard } from './sitting-card'
import { HOME_TEXT } from './text'

/** Home of a resident: the next thing, the doors, today's meal, the latest notice. */
export function ResidentHome({ person }: { person: PersonView }): ReactNode {
  const now = useNow(30)
  const orders = useQuery(openOrdersQuery)
  const sitting = useQuery(openSittingQuery)
  const fresh = isNewcomer(person) && orders.data?.length === 0
  return (
    <Screen title={HOME_TEXT.title} nav="clear" tab="/pages/home/index" navStart={<Place name={person.estate ?? ''} />}>
      <Hello name={person.name} now={now} />
      {fresh ? <FirstSteps signedIn /> : <NextCard query={orders} person={person} now={now} />}
      <Doors meal={sitting.data ? MEAL_TEXT[sitting.data.meal] : null} />
      <SittingCard query={sitting} orders={orders.data ?? []} person={person} now={now} />
      <LatestNotice />
    </Screen>
  )
}
