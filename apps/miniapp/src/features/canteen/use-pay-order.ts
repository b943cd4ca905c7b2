import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PaymentView } from '@wanli/contracts/wallet'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { payOrder } from './api/pay-order'
import { CANTEEN_TEXT } from './text'

const TEXT = CANTEEN_TEXT.order

interface Paying {
  /** What WeChat is asked about now. */
  asking: PaymentView | null
  /** WeChat has answered; only the server knows whether money came. */
  waiting: boolean
  busy: boolean
  /** How it stands, in a sentence; null when there is nothing to say. */
  words: string | null
  start: () => void
  end: (outcome: 'answered' | 'left') => void
}

/** Paying an order at WeChat: asks the server for a payment, WeChat for the money, and then waits for the order to say that it is paid. */
export function usePayOrder(orderId: string, atOnce: boolean): Paying {
  const [asking, setAsking] = useState<PaymentView | null>(null)
  const [words, setWords] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const mutation = useMutation({
    mutationFn: () => payOrder(orderId, key),
    onSuccess: (payment) => {
      renew()
      setAsking(payment)
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setWords(error.detail)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'order', orderId] })
    },
  })
  const { isPending, mutate } = mutation
  const start = (): void => {
    if (isPending || asking) return
    setWords(null)
    setWaiting(false)
    mutate()
  }
  const begun = useRef(false)
  useEffect(() => {
    if (!atOnce || begun.current) return
    begun.current = true
    mutate()
  }, [atOnce, mutate])
  const end = (outcome: 'answered' | 'left'): void => {
    setAsking(null)
    setWaiting(outcome === 'answered')
    setWords(outcome === 'answered' ? TEXT.payWaiting : TEXT.payLeft)
    void queryClient.invalidateQueries({ queryKey: ['canteen', 'order', orderId] })
  }
  return { asking, waiting, busy: isPending || asking !== null, words, start, end }
}
