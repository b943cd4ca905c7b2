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
import { firstForm, PAPERS, requestOf, type FactForm, type Validity } from '../model/fact-form'

const VALIDITIES: readonly Validity[] = [null, 6, 12, 24]

interface FactSheetProps {
  person: DeskPersonView
  kind: FactKind
  onClose: () => void
}

/** The clerk writes down what the papers say, which papers, and until when it holds. */
export function FactSheet({ person, kind, onClose }: FactSheetProps): ReactNode {
  const { form, wrong, busy, change, save } = useFactForm(person, kind, onClose)
  return (
    <Sheet
      open
      title={TEXT.verifyTitle[kind]}
      onClose={onClose}
      footer={
        <Button block loading={busy} onTap={save}>
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
          <Choice
            label={TEXT.value[kind]}
            values={TEXT.offered[kind]}
            chosen={form.value}
            wordOf={(value) => value}
            onChange={(value) => change({ value })}
          />
        </View>
        <View className={css.group}>
          <View className={css.label}>{TEXT.evidence}</View>
          <Choice
            label={TEXT.evidence}
            values={PAPERS[kind]}
            chosen={form.evidence}
            wordOf={(evidence) => (evidence === 'document' ? TEXT.otherPaper : EVIDENCE_TEXT[evidence])}
            onChange={(evidence) => change({ evidence })}
          />
          {wrong === TEXT.evidenceWrong ? (
            <View className={css.wrong} {...aria({ role: 'alert' })}>
              {wrong}
            </View>
          ) : null}
        </View>
        <View className={css.group}>
          <View className={css.label}>{TEXT.validUntil}</View>
          <Choice
            label={TEXT.validUntil}
            values={VALIDITIES}
            chosen={form.validity}
            wordOf={(validity) => (validity === null ? TEXT.forever : TEXT.months[validity])}
            onChange={(validity) => change({ validity })}
          />
        </View>
      </View>
    </Sheet>
  )
}

interface FactForming {
  form: FactForm
  wrong: string
  busy: boolean
  change: (next: Partial<FactForm>) => void
  save: () => void
}

/** What is known of a fact, changed and written down. */
function useFactForm(person: DeskPersonView, kind: FactKind, onSaved: () => void): FactForming {
  const known = person.facts.find((one) => one.kind === kind)
  const [form, setForm] = useState(() => firstForm(kind, known?.value))
  const [wrong, setWrong] = useState('')
  const verify = useVerifyFact(person.id)
  const change = (next: Partial<FactForm>): void => {
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
            onSaved()
          },
          onError: (error) => setWrong(asApiError(error).detail),
        },
      )
    }
  }
  return { form, wrong, busy: verify.isPending, change, save }
}

interface ChoiceProps<Value> {
  label: string
  values: readonly Value[]
  chosen: Value | null
  wordOf: (value: Value) => string
  onChange: (value: Value) => void
}

/** One of a few, each a tap away. */
function Choice<Value>({ label, values, chosen, wordOf, onChange }: ChoiceProps<Value>): ReactNode {
  return (
    <View className={css.chips} {...aria({ role: 'radiogroup', label })}>
      {values.map((value) => (
        <Chip key={wordOf(value)} on={value === chosen} onTap={() => onChange(value)}>
          {wordOf(value)}
        </Chip>
      ))}
    </View>
  )
}
