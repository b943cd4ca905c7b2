import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SampleView } from '@wanli/contracts/kitchen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { dayAndMeal } from '@/shared/text/when'
import { Card } from '@/shared/ui/card'
import { Facts } from '@/shared/ui/facts'
import { KITCHEN_TEXT } from '../kitchen-text'
import css from './kitchen-samples.module.scss'
import { SampleTrace } from './sample-trace'

const TEXT = KITCHEN_TEXT.samples

/** Records that were made void: what they said, who made them so, when and why. */
export function SampleVoided({ records }: { records: readonly SampleView[] }): ReactNode {
  if (records.length === 0) return null
  const today = businessDayOf(serverNow())
  return (
    <Card title={TEXT.voided(records.length)} flush>
      {records.map((sample) => (
        <View key={sample.id} className={css.row}>
          <View className={css.dish}>
            <View className={css.name}>{sample.dishName}</View>
            <View className={css.small}>
              <Facts text={TEXT.box(dayAndMeal(sample.day, sample.meal, today), sample.grams, sample.place)} />
            </View>
            <SampleTrace sample={sample} />
          </View>
        </View>
      ))}
    </Card>
  )
}
