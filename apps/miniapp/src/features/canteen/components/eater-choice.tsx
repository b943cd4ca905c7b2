import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonBrief, PersonView } from '@wanli/contracts/people'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { FacePicture } from '@/shared/ui/face'
import { Option } from '@/shared/ui/option'
import { eatersOf } from '../model/eater'
import { CANTEEN_TEXT } from '../text'
import css from './choice-row.module.scss'

const TEXT = CANTEEN_TEXT.checkout

interface EaterChoiceProps {
  person: PersonView
  /** Who eats; somebody who is no longer among the choices leaves none of them chosen. */
  eaterId: string | null
  /** Whose money pays; absent while it is on its way. */
  payer: PersonBrief | undefined
  onChange: (eaterId: string | null) => void
}

/** 谁来吃: oneself, or somebody one may order for. Nothing to choose, nothing shown. */
export function EaterChoice({ person, eaterId, payer, onChange }: EaterChoiceProps): ReactNode {
  const eaters = eatersOf(person)
  const current = eaters.find((eater) => eater.id === eaterId)
  if (eaters.length === 1 && current) return null
  return (
    <Card title={TEXT.who}>
      <View className={css.row} {...aria({ role: 'radiogroup', label: TEXT.who })}>
        {eaters.map((eater) => {
          const title = eater.relation ?? CANTEEN_TEXT.menu.self
          return (
            <View key={eater.id ?? ''} className={css.one}>
              <Option on={eater.id === current?.id} label={`${title}，${eater.name}`} onTap={() => onChange(eater.id)}>
                <View className={css.inside}>
                  <FacePicture face={eater.face} />
                  <View className={css.name}>{title}</View>
                  <View className={css.about}>{eater.name}</View>
                </View>
              </Option>
            </View>
          )
        })}
      </View>
      {current && current.id !== null && payer ? (
        <View className={css.note}>{TEXT.mandateNote(current.name, payer.id === person.id ? null : payer.name)}</View>
      ) : null}
    </Card>
  )
}
