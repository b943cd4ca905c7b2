import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { KeepSampleRequest } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { uploadPicture } from '@/shared/http/upload'
import { Button } from '@/shared/ui/button'
import { Field } from '@/shared/ui/field'
import { Sheet } from '@/shared/ui/sheet'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { keepSample } from '../api/samples'
import { KITCHEN_TEXT } from '../kitchen-text'
import css from './sheet-form.module.scss'

const TEXT = KITCHEN_TEXT.samples
/** A little more than must be: what scales of kitchens can read. */
const USUAL_GRAMS = '150'
/** Boxes of one meal stand in one place: the next one is offered where the last one went. */
let lastPlace = ''

interface SampleSheetProps {
  sittingId: string
  dish: { dishId: string; name: string }
  onClose: () => void
}

/** One box: weight, place, and a photo if one likes. Time and person write themselves. */
export function SampleSheet({ sittingId, dish, onClose }: SampleSheetProps): ReactNode {
  const [grams, setGrams] = useState(USUAL_GRAMS)
  const [place, setPlace] = useState(lastPlace)
  const [photoId, setPhotoId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const keep = useMutation({
    mutationFn: (body: KeepSampleRequest) => keepSample(sittingId, body, key),
    onSuccess: () => {
      lastPlace = place
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
  const weight = /^\d{1,4}$/.test(grams.trim()) ? Number(grams) : 0
  const gramsWrong = weight < KITCHEN.sampleGrams || weight > KITCHEN.maxSampleGrams
  const placeWrong = place.trim() === ''
  const save = (): void => {
    setTried(true)
    if (gramsWrong || placeWrong || keep.isPending) return
    keep.mutate({ dishId: dish.dishId, grams: weight, place: place.trim(), ...(photoId === null ? {} : { photoId }) })
  }
  return (
    <Sheet
      open
      title={TEXT.sheetTitle(dish.name)}
      onClose={onClose}
      footer={
        <Button block loading={keep.isPending} onTap={save}>
          {TEXT.save}
        </Button>
      }
    >
      <View className={css.form}>
        <Field
          label={TEXT.grams}
          value={grams}
          type="number"
          maxLength={4}
          error={tried && gramsWrong ? TEXT.gramsWrong : ''}
          onInput={setGrams}
        />
        <Field
          label={TEXT.place}
          value={place}
          maxLength={KITCHEN.placeLength}
          error={tried && placeWrong ? TEXT.placeWrong : ''}
          onInput={setPlace}
        />
        <SamplePhoto photoId={photoId} onPhoto={setPhotoId} />
      </View>
    </Sheet>
  )
}

function SamplePhoto({ photoId, onPhoto }: { photoId: string | null; onPhoto: (id: string) => void }): ReactNode {
  const upload = useMutation({
    mutationFn: uploadPicture,
    onSuccess: ({ id }) => onPhoto(id),
    onError: (error) => toast(asApiError(error).detail),
  })
  const take = (): void => {
    // Turning the camera down is no error.
    Taro.chooseImage({ count: 1, sizeType: ['compressed'] })
      .then(({ tempFilePaths }) => tempFilePaths[0] && upload.mutate(tempFilePaths[0]))
      .catch(() => undefined)
  }
  return (
    <View className={css.row}>
      <View>
        <View className={css.label}>{TEXT.photo}</View>
        <View className={css.help}>{photoId === null ? TEXT.photoText : <Tag tone="ok">{TEXT.photoDone}</Tag>}</View>
      </View>
      <Button kind="line" size="s" icon="camera-line" loading={upload.isPending} onTap={take}>
        {photoId === null ? TEXT.photoTake : TEXT.photoAgain}
      </Button>
    </View>
  )
}
