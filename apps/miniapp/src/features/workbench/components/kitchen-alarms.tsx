import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KitchenChange } from '@wanli/contracts/kitchen'
import { NoticeBar } from '@/shared/ui/notice-bar'
import type { KitchenTaps } from '../use-kitchen-taps'
import css from './kitchen-alarms.module.scss'
import { KitchenChanges } from './kitchen-changes'

interface KitchenAlarmsProps {
  /** Dishes of which no sample was kept: the sentence, and where a tap leads. */
  samples: { text: string; onTap: () => void } | null
  changes: readonly KitchenChange[]
  taps: KitchenTaps
}

/** What cannot wait, in one strip: beside each other on a wide screen, so that the dishes keep the height. */
export function KitchenAlarms({ samples, changes, taps }: KitchenAlarmsProps): ReactNode {
  if (samples === null && changes.length === 0) return null
  return (
    <View className={css.alarms}>
      {samples ? (
        <View className={css.samples}>
          <NoticeBar tone="bad" icon="alert-fill" onTap={samples.onTap}>
            {samples.text}
          </NoticeBar>
        </View>
      ) : null}
      <KitchenChanges changes={changes} taps={taps} />
    </View>
  )
}
