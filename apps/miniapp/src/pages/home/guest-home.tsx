import type { ReactNode } from 'react'
import { useNow } from '@/shared/now'
import { Screen } from '@/shared/ui/screen'
import { Doors } from './doors'
import { FirstSteps } from './first-steps'
import { Hello } from './hello'
import { HelpCard } from './help-card'
import { Place } from './place'
import { HOME_TEXT } from './text'

/** Home of somebody who has not signed in: what to do first, the doors, and a number to call. */
export function GuestHome(): ReactNode {
  const now = useNow(60)
  return (
    <Screen title={HOME_TEXT.title} nav="clear" tab="/pages/home/index" navStart={<Place name="" />}>
      <Hello name="" now={now} />
      <FirstSteps signedIn={false} />
      <Doors meal={null} />
      <HelpCard />
    </Screen>
  )
}
