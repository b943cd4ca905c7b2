import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '@/shared/ui/heading'
import css from './elder-question.module.scss'
import { SayButton } from './say-button'

/** The one question of a care-mode page, with the button that reads it and its answers aloud. */
export function ElderQuestion({ text, sentences }: { text: string; sentences: readonly string[] }): ReactNode {
  return (
    <View className={css.row}>
      <Heading level={2} className={css.text}>
        {text}
      </Heading>
      <SayButton sentences={sentences} />
    </View>
  )
}
