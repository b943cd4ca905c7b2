import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { serverNow } from '@/shared/http/server-clock'
import { EVIDENCE_TEXT } from '@/shared/text/fact-words'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { useVerifyFact } from '../api/desk-person'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { firstForm, PAPERS, requestOf, type Validity } from '../model/fact-form'

const VALIDITIES: readonly Validity[] = [null, 6, 12, 24]

interface FactSheetProps {
  person: DeskPersonView
  kind: FactKind
  onClose: () => void
}

/** The clerk writes down what the papers say, which papers, and until when it holds. */
export function FactSheet({ person, kind, onClose }: FactSheetProps): ReactNode {
  const known = person.facts.find((one) => one.kind === kind)
  const [form, setForm] = useState(() => firstForm(kind, known?.value))
  const [wrong, setWrong] = useState('')
  const verify = useVerifyFact(person.id)
  const change = (next: Partial<typeof form>): void => {
    setForm({ ...form, ...next })
    setWrong('')
  }
  const save = (): void => {
    const body = requestOf(kind, form, businessDayOf(serverNow()))
    if (typeof body === 'string') setWrong(body)
    else if (!verify.isPending) {
      verify.mutate(
        { kind, body },
        {
          onSuccess: () => {
            toast(TEXT.saved)
            onClose()
          },
          onError: (error) => setWrong(asApiError(error).detail),
        },
      )
    }
  }
  return (
    <Sheet
      open
      title={TEXT.verifyTitle[kind]}
      onClose={onClose}
      footer={
        <Button block loading={verify.isPending} onTap={save}>
          {TEXT.save}
        </Button>
      }
    >
      <View className={css.form}>
        <View className={css.group}>
          <Field
            label={TEXT.value[kind]}
            value={form.value}
            type={kind === 'birth_day' ? 'number' : 'text'}
            maxLength={80}
            placeholder={TEXT.valueHint[kind]}
            error={wrong === TEXT.evidenceWrong ? '' : wrong}
            onInput={(value) => change({ value })}
          />
          <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.value[kind] })}>
            {TEXT.offered[kind].map((value) => (
              <Chip key={value} on={form.value === value} onTap={() => change({ value })}>
                {value}
              </Chip>
            ))}
          </View>
        </View>
        <View className={css.group}>
          <View className={css.label}>{TEXT.evidence}</View>
          <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.evidence })}>
            {PAPERS[kind].map((evidence) => (
              <Chip key={evidence} on={form.evidence === evidence} onTap={() => change({ evidence })}>
                {evidence === 'document' ? TEXT.otherPaper : EVIDENCE_TEXT[evidence]}
              </Chip>
            ))}
          </View>
          {wrong === TEXT.evidenceWrong ? (
            <View className={css.wrong} {...aria({ role: 'alert' })}>
              {wrong}
            </View>
          ) : null}
        </View>
        <View className={css.group}>
          <View className={css.label}>{TEXT.validUntil}</View>
          <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.validUntil })}>
            {VALIDITIES.map((validity) => (
              <Chip key={validity} on={form.validity === validity} onTap={() => change({ validity })}>
                {validity === null ? TEXT.forever : TEXT.months[validity]}
              </Chip>
            ))}
          </View>
        </View>
      </View>
    </Sheet>
  )
}
