import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SampleView } from '@wanli/contracts/kitchen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { KITCHEN_TEXT } from '../kitchen-text'
import css from './kitchen-samples.module.scss'

/** What a record said before it was corrected, who changed it and when: what an inspector asks for. */
export function SampleTrace({ sample }: { sample: SampleView }): ReactNode {
  const today = businessDayOf(serverNow())
  return sample.corrections.map(({ grams, place, correctedAt, correctedBy }) => {
    const at = new Date(correctedAt)
    const when = `${dayText(businessDayOf(at), today)} ${clockText(at)}`
    return (
      <View key={correctedAt} className={css.small}>
        {KITCHEN_TEXT.samples.was(grams, place, when, correctedBy)}
      </View>
    )
  })
}
