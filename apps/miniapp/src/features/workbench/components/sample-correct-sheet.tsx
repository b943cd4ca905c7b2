import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CorrectSampleRequest, SampleView } from '@wanli/contracts/kitchen'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { correctSample } from '../api/samples'
import { KITCHEN_TEXT } from '../kitchen-text'
import { boxDifferences, boxOf, type TypedBox } from '../model/sample-box'
import { useKeptForm } from '../use-kept-form'
import { BegunBar } from './begun-bar'
import { FormFoot } from './form-foot'
import { SampleFields } from './sample-fields'

const TEXT = KITCHEN_TEXT.samples

interface SampleCorrectSheetProps {
  sample: SampleView
  /** It is of another dish: no weight or place makes it right. */
  onVoid: () => void
  onClose: () => void
}

/** What is typed of a record, and saving it. */
function useCorrection(sample: SampleView, onClose: () => void) {
  // What was seen when one began. A colleague's correction may come meanwhile: only who was told of it writes over it.
  const [was, setWas] = useState({ grams: sample.grams, place: sample.place })
  const first = { grams: String(sample.grams), place: sample.place }
  const kept = useKeptForm(`sample-correct.${sample.id}`, first, boxDifferences)
  const [tried, setTried] = useState(false)
  const [wrong, setWrong] = useState('')
  const { key, renew } = useIdempotencyKey()
  const save = useMutation({
    mutationFn: (body: CorrectSampleRequest) => correctSample(sample.id, body, key),
    onSuccess: () => {
      kept.forget()
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
      toast(TEXT.corrected(sample.dishName))
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code === 'network') {
        setWrong(KITCHEN_TEXT.network)
        return
      }
      renew()
      setWrong(error.detail)
      if (error.code === 'kitchen.sample_changed')
        setWas({ grams: Number(error.params.grams), place: String(error.params.place) })
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
  })
  const { grams, place } = boxOf(kept.form)
  const go = (): void => {
    setTried(true)
    if (grams === null || place === null || save.isPending) return
    if (grams !== was.grams || place !== was.place) {
      save.mutate({ grams, place, was })
      return
    }
    kept.forget()
    onClose()
  }
  const change = (box: TypedBox): void => {
    setWrong('')
    kept.keep(box)
  }
  return { kept, change, go, tried, wrong, busy: save.isPending }
}

/** A record that was written wrongly: what it should say. What it said before stays under it, for whoever inspects. */
export function SampleCorrectSheet({ sample, onVoid, onClose }: SampleCorrectSheetProps): ReactNode {
  const { kept, change, go, tried, wrong, busy } = useCorrection(sample, onClose)
  return (
    <Sheet
      open
      title={TEXT.correctTitle(sample.dishName)}
      onClose={onClose}
      footer={<FormFoot wrong={wrong} label={TEXT.correctSave} busy={busy} onTap={go} />}
    >
      <View className={css.form}>
        <BegunBar form={kept} />
        <View className={css.help}>{TEXT.correctHelp}</View>
        <SampleFields box={kept.form} tried={tried} onChange={change} />
        <Button kind="text" size="s" onTap={onVoid}>
          {TEXT.toVoid}
        </Button>
      </View>
    </Sheet>
  )
}
