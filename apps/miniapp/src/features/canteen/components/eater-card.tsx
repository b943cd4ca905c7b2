import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PriceBasis } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { facts } from '@/shared/text/facts'
import { unbroken } from '@/shared/text/unbroken'
import { Button } from '@/shared/ui/button'
import { FacePicture } from '@/shared/ui/face'
import { Facts } from '@/shared/ui/facts'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { Sheet } from '@/shared/ui/sheet'
import { eaterOf, eatersOf, type Eater } from '../model/eater'
import { CANTEEN_TEXT } from '../text'
import css from './eater-card.module.scss'
import { EaterRow } from './eater-row'

const TEXT = CANTEEN_TEXT.menu

interface EaterCardProps {
  person: PersonView
  eaterId: string | null
  /** Whose price is shown and why; absent while it is on its way. */
  basis: PriceBasis | undefined
  onChange: (eaterId: string | null) => void
}

/** `王秀珍 · 82 岁，80 岁以上 85 折`; without the reason the age alone. */
function aboutOf(eater: Eater, basis: PriceBasis | undefined): string {
  const age = eater.age === null ? '' : TEXT.age(eater.age)
  return unbroken(facts(eater.name, basis?.reason ?? age))
}

/** For whom the menu is priced, and the way to change that. */
export function EaterCard({ person, eaterId, basis, onChange }: EaterCardProps): ReactNode {
  const [open, setOpen] = useState(false)
  const eaters = eatersOf(person)
  const eater = eaterOf(person, eaterId)
  const choose = (id: string | null): void => {
    setOpen(false)
    onChange(id)
  }
  const add = (): void => {
    setOpen(false)
    go('/features/people/pages/mandate-ask/index')
  }
  const inside = (
    <>
      <FacePicture face={eater.face} />
      <View className={css.words}>
        <View className={css.title}>{eater.relation ? TEXT.forOther(eater.relation) : TEXT.forSelf}</View>
        <View className={css.about}>
          <Facts text={aboutOf(eater, basis)} />
        </View>
      </View>
      {eaters.length > 1 ? (
        <View className={css.change}>
          {TEXT.change}
          <Icon name="right-line" size="s" />
        </View>
      ) : null}
    </>
  )
  if (eaters.length === 1) return <View className={css.card}>{inside}</View>
  return (
    <>
      <Pressable className={css.card} onTap={() => setOpen(true)}>
        {inside}
      </Pressable>
      <Sheet open={open} title={TEXT.whoEats} onClose={() => setOpen(false)}>
        <View className={css.list}>
          {eaters.map((one) => (
            <EaterRow key={one.id ?? ''} eater={one} on={one.id === eater.id} onTap={() => choose(one.id)} />
          ))}
        </View>
        <View className={css.note}>{TEXT.whoText}</View>
        <Button kind="soft" block icon="user-add-line" onTap={add}>
          {TEXT.whoAdd}
        </Button>
      </Sheet>
    </>
  )
}
