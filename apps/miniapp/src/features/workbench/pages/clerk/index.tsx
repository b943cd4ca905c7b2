import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Icon } from '@/shared/ui/icon'
import { CLERK_TEXT as TEXT } from '../../clerk-text'
import { CashCard } from '../../components/cash-card'
import { DeskPerson } from '../../components/desk-person'
import { DrawerCard } from '../../components/drawer-card'
import { FindCard } from '../../components/find-card'
import { NewPersonSheet } from '../../components/new-person-sheet'
import { StaffScreen } from '../../components/staff-screen'
import css from './index.module.scss'

/** 服务台: find a person at the left, what is known of them in the middle, cash at the right; one after the other on a phone. */
export default function ClerkPage(): ReactNode {
  return (
    <StaffScreen title={TEXT.title} place={TEXT.place} roles={['clerk', 'officer']} notYours={TEXT.notYours}>
      {() => <Desk />}
    </StaffScreen>
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
