import type { ReactNode } from 'react'
import { useMe } from '@/shared/api/get-me'
import { useNow } from '@/shared/now'
import { DeskCard } from '@/shared/desk-card'
import { deskWords } from '@/shared/text/role-words'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { ActsForCard } from './acts-for-card'
import { AgentsCard } from './agents-card'
import { MeHead } from './me-head'
import { MealsCard } from './meals-card'
import { SettingsCard } from './settings-card'
import { SignOut } from './sign-out'
import { ME_TEXT } from './text'
import { WalletCard } from './wallet-card'

/** 我的: who I am here, my work here, my money, whom I act for, and how the app should be. */
export default function MePage(): ReactNode {
  const person = useMe()
  const now = useNow(60)
  if (!person) {
    return (
      <Screen title={ME_TEXT.title} tab="/pages/me/index">
        <SignInFirst text={ME_TEXT.guest} />
        <SettingsCard person={null} />
      </Screen>
    )
  }
  const where = deskWords(person)
  return (
    <Screen title={ME_TEXT.title} nav="clear" tab="/pages/me/index">
      <MeHead person={person} />
      {where === null ? null : <DeskCard where={where} />}
      <WalletCard />
      <MealsCard />
      <ActsForCard mandates={person.actsFor} now={now} />
      <AgentsCard mandates={person.agents} now={now} />
      <SettingsCard person={person} />
      <SignOut />
    </Screen>
  )
}
