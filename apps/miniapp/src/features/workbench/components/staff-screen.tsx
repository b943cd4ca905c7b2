import type { ReactNode } from 'react'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { phoneCall } from '@/shared/phone-call'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { MENUS_TEXT as TEXT } from '../menus-text'
import { DeskHeader } from './desk-header'

interface StaffScreenProps {
  title: string
  place?: string
  about?: ReactNode
  bottom?: ReactNode
  /** Drawn only for who works at a canteen. */
  children: () => ReactNode
}

/** A page of the canteen's staff: its head, and whoever may not work here is told so. */
export function StaffScreen({ title, place, about, bottom, children }: StaffScreenProps): ReactNode {
  const { state, person } = useSession()
  const works = person?.roles.some(({ role }) => role === 'canteen_staff' || role === 'admin') === true
  return (
    <Screen
      title={title}
      deskHeader={<DeskHeader job={title} place={place} about={about} person={person} />}
      bottom={works ? bottom : undefined}
    >
      {works ? children() : null}
      {state === 'signed_out' ? <SignInFirst text={TEXT.signIn} /> : null}
      {person && !works ? (
        <EmptyState
          title={TEXT.notYours}
          text={TEXT.notYoursText}
          action={{ label: SERVICE_STATION.number, onTap: () => phoneCall(SERVICE_STATION.number) }}
        />
      ) : null}
    </Screen>
  )
}
