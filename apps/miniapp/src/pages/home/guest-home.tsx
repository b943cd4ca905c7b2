import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNow } from '@/shared/now'
import { MEAL_TEXT } from '@/shared/text/when'
import { Screen } from '@/shared/ui/screen'
import { openSittingQuery } from './api/get-open-sitting'
import { Doors } from './doors'
import { FirstSteps } from './first-steps'
import { Hello } from './hello'
import { HelpCard } from './help-card'
import { Place } from './place'
import { SittingCard } from './sitting-card'
import { HOME_TEXT } from './text'

/** Home of somebody who has not signed in: what to do first, the doors, today's meal at list prices, and a number to call. */
export function GuestHome(): ReactNode {
  const now = useNow(30)
  const sitting = useQuery(openSittingQuery)
  return (
    <Screen title={HOME_TEXT.title} nav="clear" tab="/pages/home/index" navStart={<Place name="" />}>
      <Hello name="" now={now} />
      <FirstSteps signedIn={false} />
      <Doors meal={sitting.data ? MEAL_TEXT[sitting.data.meal] : null} />
      <SittingCard query={sitting} orders={[]} person={null} now={now} />
      <HelpCard />
    </Screen>
  )
}
