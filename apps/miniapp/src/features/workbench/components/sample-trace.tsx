import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SampleView } from '@wanli/contracts/kitchen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { Facts } from '@/shared/ui/facts'
import { KITCHEN_TEXT } from '../kitchen-text'
import { stampOf } from '../model/sample-day'
import css from './kitchen-samples.module.scss'

const TEXT = KITCHEN_TEXT.samples

interface SampleTraceProps {
  sample: SampleView
  /** It may be printed, where 昨天 is no day: times are said by their date. */
  onPaper?: boolean
}

/** What a record said before it was corrected, and that it is void: by whom, when, why. What an inspector asks for. */
export function SampleTrace({ sample: { corrections, voided }, onPaper = false }: SampleTraceProps): ReactNode {
  const whenOf = onPaper ? stampOf : nearText
  return (
    <>
      {corrections.map(({ grams, place, correctedAt, correctedBy }) => (
        <View key={correctedAt} className={css.small}>
          <Facts text={TEXT.was(grams, place, whenOf(correctedAt), correctedBy)} />
        </View>
      ))}
      {voided === null ? null : (
        <View className={css.small}>{TEXT.voidedBy(whenOf(voided.at), voided.by, voided.reason)}</View>
      )}
    </>
  )
}

function nearText(instant: string): string {
  const at = new Date(instant)
  return `${dayText(businessDayOf(at), businessDayOf(serverNow()))} ${clockText(at)}`
}
