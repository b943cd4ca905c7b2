import { useEffect, useRef } from 'react'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { queryClient } from '@/shared/http/query-client'
import { useNow } from '@/shared/now'

/** How often it is looked whether the day has ended, in seconds. Phones begin to count at different moments: they do not all ask at once. */
const EVERY_SECONDS = 20
/** What is never asked for by itself: each look of the desk at a person is written down. */
const NOT_BY_ITSELF: ReadonlySet<unknown> = new Set(['desk'])

/**
 * Asks anew for all that is on the screen when a Shanghai day has ended: which meals there are, what may still be ordered, how old somebody
 * is, what was spent. Used once, at the root of the app; words like 今天 follow the clock by themselves.
 */
export function useDayTurn(): void {
  const today = businessDayOf(useNow(EVERY_SECONDS))
  const asked = useRef(today)
  useEffect(() => {
    if (asked.current === today) return
    asked.current = today
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !NOT_BY_ITSELF.has(queryKey[0]) })
  }, [today])
}
