import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FacePicture } from '@/shared/ui/face'
import { Option } from '@/shared/ui/option'
import type { Eater } from '../model/eater'
import { CANTEEN_TEXT } from '../text'
import css from './eater-row.module.scss'

/** One person to order for, as a choice. */
export function EaterRow({ eater, on, onTap }: { eater: Eater; on: boolean; onTap: () => void }): ReactNode {
  const title = eater.relation ?? CANTEEN_TEXT.menu.self
  const about = eater.age === null ? eater.name : `${eater.name}，${CANTEEN_TEXT.menu.age(eater.age)}`
  return (
    <Option on={on} label={`${title}，${about}`} onTap={onTap}>
      <View className={css.row}>
        <FacePicture face={eater.face} />
        <View className={css.words}>
          <View className={css.title}>{title}</View>
          <View className={css.about}>{about}</View>
        </View>
      </View>
    </Option>
  )
}
