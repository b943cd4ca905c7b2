import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { toast } from '@/shared/ui/toast'
import { offerMeal } from './api/offer-meal'
import { CANTEEN_TEXT } from './text'

const TEXT = CANTEEN_TEXT.order

/** How giving a meal up stands. */
export interface GivingUp {
  asking: boolean
  busy: boolean
  /** Why it did not work, in a sentence. */
  refused: string | null
  ask: () => void
  leave: () => void
  offer: () => void
  withdraw: () => void
}

/** Giving a meal up for somebody else after the kitchen has counted, which is asked first, and keeping it after all. */
export function useGivingUp(orderId: string): GivingUp {
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const keys = useIdempotencyKeys()
  const mutation = useMutation({
    mutationFn: (verb: 'offer' | 'withdraw') => offerMeal(orderId, verb, keys.of(verb)),
    onMutate: () => setRefused(null),
    onSuccess: (_, verb) => {
      keys.renew(verb)
      toast(verb === 'offer' ? TEXT.offered : TEXT.kept)
    },
    onError: (thrown, verb) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') keys.renew(verb)
      setRefused(error.detail)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'order', orderId] })
    },
    onSettled: () => setAsking(false),
  })
  const act = (verb: 'offer' | 'withdraw'): void => {
    if (!mutation.isPending) mutation.mutate(verb)
  }
  const ask = (): void => {
    setRefused(null)
    setAsking(true)
  }
  return {
    asking,
    busy: mutation.isPending,
    refused,
    ask,
    leave: () => setAsking(false),
    offer: () => act('offer'),
    withdraw: () => act('withdraw'),
  }
}
