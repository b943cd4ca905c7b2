import type { ReactNode } from 'react'
import type { Role } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { phoneCall } from '@/shared/phone-call'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { WORKBENCH_TEXT } from '../text'
import { DeskHeader } from './desk-header'

interface StaffScreenProps {
  title: string
  /** In place of the title in the bar of a phone, for example the window one stands at. */
  barTitle?: string
  place?: string
  about?: ReactNode
  live?: ReactNode
  bottom?: ReactNode
  /** Who works here. */
  roles?: readonly Role[]
  /** What whoever does not work here is told that this is. */
  notYours?: string
  /** Drawn only for who works here. */
  children: () => ReactNode
}

const MANAGERS: readonly Role[] = ['canteen_staff']

/** A page of the workbench: its head, and whoever may not work here is told so. */
export function StaffScreen(props: StaffScreenProps): ReactNode {
  const { title, roles = MANAGERS, notYours = WORKBENCH_TEXT.notYours, bottom, children, ...head } = props
  const { state, person } = useSession()
  const works = person?.roles.some(({ role }) => roles.includes(role)) === true
  return (
    <Screen
      title={head.barTitle ?? title}
      deskHeader={<DeskHeader job={title} place={head.place} about={head.about} live={head.live} person={person} />}
      bottom={works ? bottom : undefined}
    >
      {works ? children() : null}
      {state === 'signed_out' ? <SignInFirst text={WORKBENCH_TEXT.signIn} /> : null}
      {person && !works ? (
        <EmptyState
          title={notYours}
          text={WORKBENCH_TEXT.notYoursText}
          action={{ label: SERVICE_STATION.number, onTap: () => phoneCall(SERVICE_STATION.number) }}
        />
      ) : null}
    </Screen>
  )
}
