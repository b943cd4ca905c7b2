import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { toast } from '@/shared/ui/toast'
import { cancelOrder } from './api/cancel-order'
import { CANTEEN_TEXT } from './text'

/** How calling an order off stands. */
export interface Cancelling {
  asking: boolean
  busy: boolean
  /** Why the order could not be cancelled, in a sentence. */
  refused: string | null
  ask: () => void
  leave: () => void
  confirm: () => void
}

/** Calling an order off: asks first, cancels once, and says why when it could not. */
export function useCancel(orderId: string): Cancelling {
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { key, renew } = useIdempotencyKey()
  const mutation = useMutation({
    mutationFn: () => cancelOrder(orderId, key),
    onSuccess: (order) => {
      renew()
      toast(order.refundedFen > 0 ? CANTEEN_TEXT.order.cancelled : CANTEEN_TEXT.order.cancelledUnpaid)
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setRefused(error.detail)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'order', orderId] })
    },
    onSettled: () => setAsking(false),
  })
  const ask = (): void => {
    setRefused(null)
    setAsking(true)
  }
  const confirm = (): void => {
    if (!mutation.isPending) mutation.mutate()
  }
  return { asking, busy: mutation.isPending, refused, ask, leave: () => setAsking(false), confirm }
}
