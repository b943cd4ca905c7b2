import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Skeleton } from '@/shared/ui/skeleton'
import { useClosedDays } from '../api/counter-day'
import { COUNTER_TEXT } from '../counter-text'
import css from './unpaid-card.module.scss'

const TEXT = COUNTER_TEXT.day

const differenceOf = (fen: number): string =>
  fen === 0 ? TEXT.none : fen > 0 ? TEXT.more(yuan(fen)) : TEXT.less(yuan(-fen))

/** Days that were closed before: what was counted, what was off, and why. */
export function ClosedDays(): ReactNode {
  const query = useClosedDays()
  const today = businessDayOf(new Date())
  return (
    <Card title={TEXT.past} flush>
      <Async
        query={query}
        skeleton={
          <View className={css.pad}>
            <Skeleton height={56} />
          </View>
        }
      >
        {(days) => (
          <>
            {days.length === 0 ? <View className={css.none}>{TEXT.pastNone}</View> : null}
            {days.map((day) => (
              <Cell
                key={day.id}
                title={`${dayText(day.day, today)} ¥${yuan(day.countedFen)}`}
                text={[differenceOf(day.differenceFen), day.note, day.closedBy]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            ))}
          </>
        )}
      </Async>
    </Card>
  )
}
