import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { facts } from '@/shared/text/facts'
import { Cell } from '@/shared/ui/cell'
import { useClosedDays } from '../api/counter-day'
import { COUNTER_TEXT } from '../counter-text'
import { ListCard } from './list-card'

const TEXT = COUNTER_TEXT.day

const differenceOf = (fen: number): string =>
  fen === 0 ? TEXT.none : fen > 0 ? TEXT.more(yuan(fen)) : TEXT.less(yuan(-fen))

/** Days that were closed before: what was counted, what was off, and why. */
export function ClosedDays(): ReactNode {
  const today = businessDayOf(serverNow())
  return (
    <ListCard title={TEXT.past} query={useClosedDays()} none={TEXT.pastNone}>
      {(day) => (
        <Cell
          key={day.id}
          title={`${dayText(day.day, today)} ¥${yuan(day.countedFen)}`}
          text={facts(differenceOf(day.differenceFen), day.note, day.closedBy)}
        />
      )}
    </ListCard>
  )
}
