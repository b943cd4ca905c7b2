import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { phoneCall } from '@/shared/phone-call'
import { EmptyState } from '@/shared/ui/empty-state'
import { Icon } from '@/shared/ui/icon'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { CLERK_TEXT as TEXT } from '../../clerk-text'
import { CashCard } from '../../components/cash-card'
import { DeskHeader } from '../../components/desk-header'
import { DeskPerson } from '../../components/desk-person'
import { DrawerCard } from '../../components/drawer-card'
import { FindCard } from '../../components/find-card'
import { NewPersonSheet } from '../../components/new-person-sheet'
import css from './index.module.scss'

const mayWork = ({ roles }: PersonView): boolean => roles.some(({ role }) => role === 'clerk' || role === 'officer')

/** 服务台: find a person at the left, what is known of them in the middle, cash at the right; one after the other on a phone. */
export default function ClerkPage(): ReactNode {
  const { person } = useSession()
  const header = <DeskHeader job={TEXT.title} place={TEXT.place} person={person} />
  if (!person || !mayWork(person)) {
    return (
      <Screen title={TEXT.title} deskHeader={header}>
        {person ? (
          <EmptyState
            title={TEXT.notYours}
            text={TEXT.notYoursText}
            action={{ label: SERVICE_STATION.number, onTap: () => phoneCall(SERVICE_STATION.number) }}
          />
        ) : (
          <SignInFirst text={TEXT.signIn} />
        )}
      </Screen>
    )
  }
  return (
    <Screen title={TEXT.title} deskHeader={header}>
      <Desk />
    </Screen>
  )
}

function Desk(): ReactNode {
  const [personId, setPersonId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  return (
    <View className={css.desk}>
      <View className={personId === null ? css.find : css.findBehind}>
        <FindCard personId={personId} onChoose={setPersonId} onNew={() => setAdding(true)} />
      </View>
      <View className={css.person}>
        {personId === null ? (
          <View className={css.idle}>
            <Icon name="search-line" className={css.idleIcon} />
            <View className={css.idleTitle}>{TEXT.idleTitle}</View>
            <View>{TEXT.idleText}</View>
          </View>
        ) : (
          <View className={css.stack}>
            <DeskPerson key={personId} id={personId} onLeave={() => setPersonId(null)} />
          </View>
        )}
      </View>
      <View className={css.money}>
        <View className={css.stack}>
          {personId === null ? null : <CashCard key={personId} personId={personId} />}
          <DrawerCard />
        </View>
      </View>
      <NewPersonSheet
        open={adding}
        onClose={() => setAdding(false)}
        onMade={(id) => {
          setAdding(false)
          setPersonId(id)
        }}
      />
    </View>
  )
}
