import { Text } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import css from './facts.module.scss'

const BETWEEN = /[\u00a0 ]· /

/**
 * Facts as `facts` of `shared/text` joins them, `订餐 · 每天最多 ¥60`, with a dot between two that stand on one line: no line begins or ends
 * with one. Other words are shown as they are.
 */
export function Facts({ text }: { text: string }): ReactNode {
  return text.split(BETWEEN).map((fact, place) => (
    <Fragment key={`${place} ${fact}`}>
      {place > 0 ? <Text className={css.dot}> </Text> : null}
      {fact}
    </Fragment>
  ))
}
