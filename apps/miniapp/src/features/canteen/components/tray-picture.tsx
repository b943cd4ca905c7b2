import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from '@/shared/ui/class-list'
import { Picture } from '@/shared/ui/picture'
import type { Tray } from '../model/trays'
import css from './tray-picture.module.scss'

const PLACES = ['first', 'second', 'third'] as const

/** The dishes of a tray where they would stand on it: the main large at the left, the sides at the right. It fills its place. */
export function TrayPicture({ tray }: { tray: Tray }): ReactNode {
  const alone = tray.sides.length === 0
  return (
    <View className={css.tray}>
      {alone ? null : (
        <View className={css.wood}>
          <Picture name="tray" size="fill" />
        </View>
      )}
      <View className={classList(css.dish, alone ? css.alone : css.main)}>
        <Picture name={tray.main.dish.picture} size="fill" />
      </View>
      {tray.sides.slice(0, PLACES.length).map((side, index) => (
        <View key={side.id} className={classList(css.dish, css[PLACES[index] ?? ''])}>
          <Picture name={side.dish.picture} size="fill" />
        </View>
      ))}
    </View>
  )
}
