import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { RevealField } from '@wanli/contracts/desk'
import { asApiError } from '@/shared/http/api-error'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { useReveal } from '../api/desk-person'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import own from './shown.module.scss'

const FIELD_TEXT = {
  name: TEXT.name,
  phone: TEXT.phone,
  id_number: TEXT.idNumber,
} as const satisfies Record<RevealField, string>

interface RevealSheetProps {
  personId: string
  field: RevealField
  onClose: () => void
}

/** One thing in full, once, for a reason the person can read. Closing the sheet forgets it. */
export function RevealSheet({ personId, field, onClose }: RevealSheetProps): ReactNode {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const reveal = useReveal(personId)
  const show = (): void => {
    if (reason.trim().length < 2) setWrong(TEXT.reasonWrong)
    else if (!reveal.isPending) {
      reveal.mutate({ field, reason: reason.trim() }, { onError: (error) => setWrong(asApiError(error).detail) })
    }
  }
  const choose = (text: string): void => {
    setReason(text)
    setWrong('')
  }
  const { data } = reveal
  return (
    <Sheet
      open
      title={TEXT.revealTitle(FIELD_TEXT[field])}
      onClose={onClose}
      footer={
        <Button block loading={reveal.isPending} onTap={data ? onClose : show}>
          {data ? TEXT.close : TEXT.revealGo}
        </Button>
      }
    >
      {data ? (
        <View className={css.form} {...aria({ role: 'status' })}>
          <View className={own.shown}>{data.value}</View>
          <View className={css.help}>{TEXT.revealed}</View>
        </View>
      ) : (
        <View className={css.form}>
          <View className={css.help}>{TEXT.revealText}</View>
          <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.reason })}>
            {TEXT.reasons.map((text) => (
              <Chip key={text} on={reason === text} onTap={() => choose(text)}>
                {text}
              </Chip>
            ))}
          </View>
          <Field label={TEXT.reason} value={reason} maxLength={60} error={wrong} onInput={choose} onConfirm={show} />
        </View>
      )}
    </Sheet>
  )
}
