import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MenuWeekView } from '@wanli/contracts/menus'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { copyLastWeek, weekQuery } from './api/menus'
import { copiedText } from './model/menu-week'

interface CopyWeek {
  busy: boolean
  /** What was copied and what was not, or why nothing was, in a sentence. */
  told: string | null
  refused: boolean
  run: () => void
  /** What was told is no longer so: the week was published. */
  forget: () => void
}

/** Copies last week's menu into the meals of a week that nobody has written yet. */
export function useCopyWeek(week: MenuWeekView): CopyWeek {
  const [told, setTold] = useState<string | null>(null)
  const { key, renew } = useIdempotencyKey()
  const mutation = useMutation({
    mutationFn: () => copyLastWeek(week.monday, week.revision, key),
    onSuccess: ({ copiedMeals, skipped }) => {
      renew()
      setTold(copiedText(copiedMeals, skipped))
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setTold(error.detail)
      void queryClient.invalidateQueries({ queryKey: weekQuery(week.monday).queryKey })
    },
  })
  return {
    busy: mutation.isPending,
    told,
    refused: mutation.isError,
    run: () => {
      if (!mutation.isPending) mutation.mutate()
    },
    forget: () => setTold(null),
  }
}
