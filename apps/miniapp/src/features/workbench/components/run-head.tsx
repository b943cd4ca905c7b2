import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RunView } from '@wanli/contracts/delivery'
import { aria } from '@/shared/ui/aria'
import { Tag } from '@/shared/ui/tag'
import { RUN_TEXT as TEXT } from '../run-text'
import css from './run-head.module.scss'

/** How far the way is: stops done of all, and whether it is late. */
export function RunHead({ run }: { run: RunView }): ReactNode {
  const { delivered, total } = run
  const share = total === 0 ? 0 : Math.round((delivered / total) * 100)
  return (
    <View className={css.head}>
      <View className={css.line}>
        <View className={css.figure} {...aria({ role: 'img', label: TEXT.progress(delivered, total) })}>
          {TEXT.of(delivered, total)}
        </View>
        <View className={css.words}>{TEXT.done(delivered)}</View>
        {run.lateMinutes > 0 && run.leftAt !== null ? (
          <View className={css.end}>
            <Tag tone="warm">{TEXT.late(run.lateMinutes)}</Tag>
          </View>
        ) : null}
      </View>
      <View className={css.track}>
        <View className={css.bar} style={{ width: `${share}%` }} />
      </View>
      {run.waiting > 0 && run.leftAt !== null ? <View className={css.words}>{TEXT.waiting(run.waiting)}</View> : null}
    </View>
  )
}
