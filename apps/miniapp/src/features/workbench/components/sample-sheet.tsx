import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { KeepSampleRequest, KitchenSitting } from '@wanli/contracts/kitchen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { useNow } from '@/shared/now'
import { dayAndMeal } from '@/shared/text/when'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { keepSample } from '../api/samples'
import { KITCHEN_TEXT } from '../kitchen-text'
import { boxDifferences, boxOf, type NewBox } from '../model/sample-box'
import { useDraft } from '../use-draft'
import { useKeptForm } from '../use-kept-form'
import { BegunBar } from './begun-bar'
import { PhotoRow } from './photo-row'
import { SampleFields } from './sample-fields'

const TEXT = KITCHEN_TEXT.samples
/** A little more than must be: what scales of kitchens can read. */
const NEW_BOX: NewBox = { grams: '150', place: null, photoId: null }

interface SampleSheetProps {
  sitting: KitchenSitting
  dish: { dishId: string; name: string }
  onClose: () => void
}

/** One box: weight, place, and a photo if one likes. Time and person write themselves. */
export function SampleSheet({ sitting, dish, onClose }: SampleSheetProps): ReactNode {
  // Boxes of one meal stand in one place: the next one is offered where the last one went.
  const [{ place: lastPlace }, keepLast] = useDraft('sample.last', { place: '' })
  const kept = useKeptForm(`sample.${sitting.id}.${dish.dishId}`, NEW_BOX, boxDifferences)
  const { photoId } = kept.form
  const box = { grams: kept.form.grams, place: kept.form.place ?? lastPlace }
  const [tried, setTried] = useState(false)
  // Midnight may pass while it is being typed: then it says of which day it is.
  const today = businessDayOf(useNow(30))
  const { key, renew } = useIdempotencyKey()
  const keep = useMutation({
    mutationFn: (body: KeepSampleRequest) => keepSample(sitting.id, body, key),
    onSuccess: () => {
      keepLast({ place: box.place })
      kept.forget()
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
      toast(TEXT.saved(dish.name))
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      toast(error.code === 'network' ? KITCHEN_TEXT.network : error.detail)
    },
  })
  const { grams, place } = boxOf(box)
  const save = (): void => {
    setTried(true)
    if (grams === null || place === null || keep.isPending) return
    keep.mutate({ dishId: dish.dishId, grams, place, ...(photoId === null ? {} : { photoId }) })
  }
  return (
    <Sheet
      open
      title={TEXT.sheetTitle(sitting.day === today ? '' : dayAndMeal(sitting.day, sitting.meal, today), dish.name)}
      onClose={onClose}
      footer={
        <Button block loading={keep.isPending} onTap={save}>
          {TEXT.save}
        </Button>
      }
    >
      <View className={css.form}>
        <BegunBar form={kept} />
        <SampleFields box={box} tried={tried} onChange={(next) => kept.keep({ ...kept.form, ...next })} />
        <PhotoRow label={TEXT.photo} photoId={photoId} onPhoto={(id) => kept.keep({ ...kept.form, photoId: id })} />
      </View>
    </Sheet>
  )
}
