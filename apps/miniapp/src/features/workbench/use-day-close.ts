import { useState } from 'react'
import type { DayFigures, Denomination } from '@wanli/contracts/counter'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { useCloseDay } from './api/counter-day'
import { COUNTER_TEXT } from './counter-text'
import { countOfTyped, worthFen, type TypedCount } from './model/cash-count'
import { useDraft } from './use-draft'

const TEXT = COUNTER_TEXT.day

const NOTHING_COUNTED: { typed: TypedCount; note: string } = { typed: {}, note: '' }

/** A drawer being counted, and its day being closed. Amounts in fen. */
interface DayClose {
  typed: TypedCount
  note: string
  counted: number
  /** What was counted less what the books expect. */
  difference: number
  /** What is wrong with the word for the difference; empty when nothing is. */
  noteWrong: string
  /** Why the day was not closed, in a sentence; empty when it is not refused. */
  refused: string
  busy: boolean
  /** Whether it is asked that the day is done for good. */
  asking: boolean
  count: (worth: Denomination, text: string) => void
  explain: (note: string) => void
  ask: () => void
  leave: () => void
  close: () => void
}

/** Counts the drawer of a day and closes it once. Forty coins are not counted twice because a tablet fell asleep. */
export function useDayClose({ day, expectedFen }: Pick<DayFigures, 'day' | 'expectedFen'>): DayClose {
  const [{ typed, note }, keep, forget] = useDraft(`close.${day}`, NOTHING_COUNTED)
  const [asking, setAsking] = useState(false)
  const [unexplained, setUnexplained] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const sending = useCloseDay(key)
  const counts = countOfTyped(typed)
  const counted = worthFen(counts)
  const difference = counted - expectedFen
  const error = sending.isError ? asApiError(sending.error) : null
  const lacksNote = error?.code === 'counter.note_needed'
  const refusal = (): string => {
    if (error === null || lacksNote) return ''
    return error.code === 'network' ? COUNTER_TEXT.network : error.detail
  }
  return {
    typed,
    note,
    counted,
    difference,
    noteWrong: lacksNote ? error.detail : unexplained ? TEXT.noteNeeded : '',
    refused: refusal(),
    busy: sending.isPending,
    asking,
    count: (worth, text) => {
      keep({ typed: { ...typed, [worth]: text } })
      if (sending.isError) sending.reset()
    },
    explain: (text) => {
      setUnexplained(false)
      keep({ note: text })
    },
    // A difference is explained before anybody says that the day is done for good.
    ask: () => {
      const isMissing = difference !== 0 && note.trim() === ''
      setUnexplained(isMissing)
      setAsking(!isMissing)
    },
    leave: () => setAsking(false),
    close: () => {
      if (sending.isPending) return
      sending.mutate(
        { day, count: counts, note, expectedFen },
        {
          onSuccess: forget,
          onError: (thrown) => asApiError(thrown).code !== 'network' && renew(),
          onSettled: () => setAsking(false),
        },
      )
    },
  }
}
