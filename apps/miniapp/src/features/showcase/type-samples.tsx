import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Sample } from './sample'
import css from './showcase.module.scss'
import { SHOWCASE_TEXT } from './text'

const CLASSES = [css.fs6, css.fs5, css.fs4, css.fs3, css.fs2, css.fs1]

/** The six sizes of type. */
export function TypeSamples(): ReactNode {
  return (
    <Sample caption={SHOWCASE_TEXT.type}>
      {SHOWCASE_TEXT.typeLines.map((line, index) => (
        <View key={line} className={CLASSES[index]}>
          {line}
        </View>
      ))}
    </Sample>
  )
}
