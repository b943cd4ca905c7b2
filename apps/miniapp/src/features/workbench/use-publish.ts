import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MenuWeekView, WeekChangesView } from '@wanli/contracts/menus'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { toast } from '@/shared/ui/toast'
import { changesQuery, publishWeek, weekQuery } from './api/menus'
import { MENUS_TEXT } from './menus-text'

const TEXT = MENUS_TEXT.changes

/**
 * Publishes a week exactly as it is on the screen: of a draft that was written on, or of an order that came meanwhile, the server says so.
 * What was perhaps heard is sent again as it was, under its key.
 */
export function usePublish(week: MenuWeekView, onPublished: () => void) {
  const [refused, setRefused] = useState('')
  const { key, renew } = useIdempotencyKey()
  const publish = useMutation({
    mutationFn: ({ revision, dropped }: WeekChangesView) =>
      publishWeek(week.monday, { revision, dropOrders: dropped.map(({ orderId }) => orderId) }, key),
    onSuccess: ({ told }) => {
      renew()
      toast(told > 0 ? TEXT.publishedTold(told) : TEXT.published)
      onPublished()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setRefused(error.detail)
      for (const queryKey of [weekQuery(week.monday).queryKey, changesQuery(week.monday, week.revision).queryKey])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
  const unheard = publish.isError && asApiError(publish.error).code === 'network' ? publish.variables : undefined
  return {
    refused,
    busy: publish.isPending,
    send: (shown: WeekChangesView | undefined): void => {
      const sent = unheard ?? shown
      if (sent && !publish.isPending) publish.mutate(sent)
    },
  }
}
