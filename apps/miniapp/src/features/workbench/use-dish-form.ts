import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CatalogueDishView } from '@wanli/contracts/menus'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { toast } from '@/shared/ui/toast'
import { addDish, changeDish, readDish, retireDish } from './api/menus'
import { MENUS_TEXT } from './menus-text'
import {
  dishDifferences,
  dishOf,
  firstDishProblem,
  formOf,
  NEW_DISH,
  problemsOfDish,
  type DishForm,
} from './model/dish-form'
import { useKeptForm } from './use-kept-form'
import { useMeanwhile } from './use-meanwhile'

const TEXT = MENUS_TEXT.dishes

/** The form of a dish, a new one without `dish`: what is typed, saving and retiring it, and what a colleague has changed meanwhile. */
export function useDishForm(dish: CatalogueDishView | null, onClose: () => void) {
  const first = dish === null ? NEW_DISH : formOf(dish)
  const kept = useKeptForm(`dish.${dish?.id ?? 'new'}`, first, dishDifferences)
  const { form, keep } = kept
  // Of the dish as it was seen: whoever has changed it meanwhile is not written over unseen.
  const [revision, setRevision] = useState(dish?.revision ?? 0)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  const { meanwhile, begin } = useMeanwhile({ form, show: keep, differ: dishDifferences })
  const { key, renew } = useIdempotencyKey()
  const onSuccess = (): void => {
    renew()
    kept.forget()
    toast(TEXT.saved)
    onClose()
  }
  const onError = async (thrown: unknown): Promise<void> => {
    const error = asApiError(thrown)
    if (error.code !== 'network') renew()
    const now = error.code === 'menus.dish_changed' && dish !== null ? await readDish(dish.id) : undefined
    if (now === undefined) {
      setRefused(error.fields[0]?.message ?? error.detail)
      return
    }
    setRevision(now.revision)
    begin(error.detail, formOf(now))
  }
  const save = useMutation({
    mutationFn: () => (dish === null ? addDish(dishOf(form), key) : changeDish(dish.id, { ...dishOf(form), revision })),
    onSuccess,
    onError,
  })
  const retire = useMutation({
    mutationFn: () => retireDish(dish?.id ?? '', dish?.retiredAt === null),
    onSuccess,
    onError,
  })
  const problems = tried ? problemsOfDish(form) : {}
  return {
    form,
    kept,
    problems,
    change: (next: Partial<DishForm>): void => {
      keep({ ...form, ...next })
      setRefused('')
    },
    send: (): void => {
      setTried(true)
      if (Object.keys(problemsOfDish(form)).length === 0 && !save.isPending) save.mutate()
    },
    retire: { busy: retire.isPending, run: () => retire.mutate() },
    // The field may stand where nobody looks just now: the foot says it, too.
    foot: { wrong: refused || firstDishProblem(problems), busy: save.isPending, meanwhile },
  }
}
