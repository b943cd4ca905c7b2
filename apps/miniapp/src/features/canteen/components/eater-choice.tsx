import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { FacePicture } from '@/shared/ui/face'
import { Option } from '@/shared/ui/option'
import { eaterOf, eatersOf } from '../model/eater'
import { CANTEEN_TEXT } from '../text'
import css from './choice-row.module.scss'

const TEXT = CANTEEN_TEXT.checkout

interface EaterChoiceProps {
  person: PersonView
  eaterId: string | null
  onChange: (eaterId: string | null) => void
}

/** 谁来吃: oneself, or somebody one may order for. Nothing to choose, nothing shown. */
export function EaterChoice({ person, eaterId, onChange }: EaterChoiceProps): ReactNode {
  const current = eaterOf(person, eaterId)
  const eaters = eatersOf(person)
  if (eaters.length === 1) return null
  return (
    <Card title={TEXT.who}>
      <View className={css.row} {...aria({ role: 'radiogroup', label: TEXT.who })}>
        {eaters.map((eater) => {
          const title = eater.relation ?? CANTEEN_TEXT.menu.self
          return (
            <View key={eater.id ?? ''} className={css.one}>
              <Option on={eater.id === current.id} label={`${title}，${eater.name}`} onTap={() => onChange(eater.id)}>
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
      {current.id === null ? null : <View className={css.note}>{TEXT.mandateNote(current.name)}</View>}
    </Card>
  )
}
