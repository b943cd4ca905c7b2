import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Face } from '@wanli/contracts/people'
import { classList } from './class-list'
import css from './face.module.scss'
import { Picture } from './picture'

/** A person's drawn face in a circle: m 44, l 60, xl 72 px. The name stands beside it, so it is silent. */
export function FacePicture({ face, size = 'm' }: { face: Face; size?: 'm' | 'l' | 'xl' }): ReactNode {
  return (
    <View className={classList(css.face, css[size])}>
      <View className={css.inner}>
        <Picture name={face} size="fill" />
      </View>
    </View>
  )
}
