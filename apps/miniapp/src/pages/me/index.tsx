import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { ActsForCard } from './acts-for-card'
import { DeskCard } from './desk-card'
import { MeHead } from './me-head'
import { SettingsCard } from './settings-card'
import { SignOut } from './sign-out'
import { ME_TEXT } from './text'
import { WalletCard } from './wallet-card'

/** 我的: who I am here, my money, whom I act for, and how the app should be. */
export default function MePage(): ReactNode {
  const { person } = useSession()
  if (!person) {
    return (
      <Screen title={ME_TEXT.title} tab="/pages/me/index">
        <SignInFirst text={ME_TEXT.guest} />
        <SettingsCard person={null} />
      </Screen>
    )
  }
  return (
    <Screen title={ME_TEXT.title} nav="clear" tab="/pages/me/index">
      <MeHead person={person} />
      <WalletCard />
      {person.actsFor.length > 0 ? <ActsForCard mandates={person.actsFor} /> : null}
      <DeskCard person={person} />
      <SettingsCard person={person} />
      <SignOut />
    </Screen>
  )
}
