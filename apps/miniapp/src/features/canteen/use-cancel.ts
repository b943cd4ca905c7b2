import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { useSession } from '@/shared/http/session'
import { toast } from '@/shared/ui/toast'
import { cancelOrder } from './api/cancel-order'
import { refundedWords } from './model/refund'
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
  const { person } = useSession()
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { key, renew } = useIdempotencyKey()
  const mutation = useMutation({
    mutationFn: () => cancelOrder(orderId, key),
    onSuccess: (order) => {
      renew()
      const { cancelled, cancelledUnpaid } = CANTEEN_TEXT.order
      toast(order.refundedFen > 0 ? cancelled(refundedWords(order, person?.id)) : cancelledUnpaid)
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
