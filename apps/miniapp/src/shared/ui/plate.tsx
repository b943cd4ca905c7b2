import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import { Picture } from './picture'
import css from './plate.module.scss'

interface DishPictureProps {
  picture: string
  /** s 44, m 84 (a menu row), l as wide as its place and 98 high. */
  size: 's' | 'm' | 'l'
  /** Sold out: still there, but quiet. */
  dim?: boolean
}

/** A dish on its warm tile. */
export function DishPicture({ picture, size, dim }: DishPictureProps): ReactNode {
  return (
    <View className={classList(css.plate, css[size], dim && css.dim)}>
      <View className={css.inner}>
        <Picture name={picture} size="fill" />
      </View>
    </View>
  )
}
