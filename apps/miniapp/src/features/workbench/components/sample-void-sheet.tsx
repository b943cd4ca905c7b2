import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SampleView } from '@wanli/contracts/kitchen'
import { KITCHEN } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { aria } from '@/shared/ui/aria'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { voidSample } from '../api/samples'
import { KITCHEN_TEXT } from '../kitchen-text'
import { useKeptForm } from '../use-kept-form'
import { BegunBar } from './begun-bar'
import { FormFoot } from './form-foot'

const TEXT = KITCHEN_TEXT.samples

const differ = (one: string, other: string): string[] => (one.trim() === other.trim() ? [] : [TEXT.voidReason])

/** A record under the wrong dish, or of no box: why it counts no more. It stays to be read, and its dish is to be kept again. */
export function SampleVoidSheet({ sample, onClose }: { sample: SampleView; onClose: () => void }): ReactNode {
  const kept = useKeptForm<string>(`sample-void.${sample.id}`, '', differ)
  const reason = kept.form
  const [short, setShort] = useState(false)
  const [wrong, setWrong] = useState('')
  const { key, renew } = useIdempotencyKey()
  const refresh = (): unknown => queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
  const save = useMutation({
    mutationFn: (words: string) => voidSample(sample.id, { reason: words }, key),
    onSuccess: () => {
      kept.forget()
      refresh()
      toast(TEXT.voidSaved(sample.dishName))
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      setWrong(error.code === 'network' ? KITCHEN_TEXT.network : error.detail)
      if (error.code === 'network') return
      renew()
      refresh()
    },
  })
  const choose = (text: string): void => {
    kept.keep(text)
    setShort(false)
    setWrong('')
  }
  const go = (): void => {
    const words = reason.trim()
    if (words.length < KITCHEN.shortestReason) setShort(true)
    else if (!save.isPending) save.mutate(words)
  }
  return (
    <Sheet
      open
      title={TEXT.voidTitle(sample.dishName)}
      onClose={onClose}
      footer={<FormFoot wrong={wrong} label={TEXT.voidSave} busy={save.isPending} onTap={go} />}
    >
      <View className={css.form}>
        <BegunBar form={kept} />
        <View className={css.help}>{TEXT.voidHelp}</View>
        <Reason reason={reason} short={short} onChoose={choose} />
      </View>
    </Sheet>
  )
}

interface ReasonProps {
  reason: string
  /** It was to be sent, and says too little. */
  short: boolean
  onChoose: (text: string) => void
}

/** The usual reasons, and a field for another. */
function Reason({ reason, short, onChoose }: ReasonProps): ReactNode {
  return (
    <>
      <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.voidReason })}>
        {TEXT.voidReasons.map((text) => (
          <Chip key={text} on={reason === text} onTap={() => onChoose(text)}>
            {text}
          </Chip>
        ))}
      </View>
      <Field
        label={TEXT.voidReason}
        value={reason}
        maxLength={KITCHEN.reasonLength}
        error={short ? TEXT.voidReasonWrong : ''}
        onInput={onChoose}
      />
    </>
  )
}
