import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DeskPersonView } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { EVIDENCE_TEXT } from '@/shared/text/fact-words'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { PAPERS, type FactForm, type FactProblem, type Validity } from '../model/fact-form'
import { useFactForm, type FactForming } from '../use-fact-form'
import { FactConsent } from './fact-consent'

const VALIDITIES: readonly Validity[] = [null, 6, 12, 24]

interface FactSheetProps {
  person: DeskPersonView
  kind: FactKind
  onClose: () => void
}

/** The clerk writes down what the papers say, which papers, and until when it holds; first of all, whether the person agrees to it. */
export function FactSheet({ person, kind, onClose }: FactSheetProps): ReactNode {
  const forming = useFactForm(person, kind, onClose)
  const { form, problem, change } = forming
  return (
    <Sheet open title={TEXT.verifyTitle[kind]} onClose={onClose} footer={<Foot forming={forming} />}>
      <View className={css.form}>
        {forming.withPaper ? <FactConsent forming={forming} /> : null}
        <Value kind={kind} form={form} problem={problem} change={change} />
        <Evidence kind={kind} form={form} problem={problem} change={change} />
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

/** With the consent above it the form is longer than the sheet: what is wrong is seen here too, whatever has been scrolled past. */
function Foot({ forming: { withPaper, problem, busy, save } }: { forming: FactForming }): ReactNode {
  return (
    <View className={css.form}>
      {withPaper && problem ? (
        <View className={css.wrong} {...aria({ hidden: true })}>
          {problem.say}
        </View>
      ) : null}
      <Button block loading={busy} onTap={save}>
        {TEXT.save}
      </Button>
    </View>
  )
}

interface PartProps {
  kind: FactKind
  form: FactForm
  problem: FactProblem | null
  change: (next: Partial<FactForm>) => void
}

function Value({ kind, form, problem, change }: PartProps): ReactNode {
  return (
    <View className={css.group}>
      <Field
        label={TEXT.value[kind]}
        value={form.value}
        type={kind === 'birth_day' ? 'number' : 'text'}
        maxLength={80}
        placeholder={TEXT.valueHint[kind]}
        error={problem?.at === 'value' ? problem.say : ''}
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
  )
}

function Evidence({ kind, form, problem, change }: PartProps): ReactNode {
  return (
    <View className={css.group}>
      <View className={css.label}>{TEXT.evidence}</View>
      <Choice
        label={TEXT.evidence}
        values={PAPERS[kind]}
        chosen={form.evidence}
        wordOf={(evidence) => (evidence === 'document' ? TEXT.otherPaper : EVIDENCE_TEXT[evidence])}
        onChange={(evidence) => change({ evidence })}
      />
      {problem?.at === 'evidence' ? (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {problem.say}
        </View>
      ) : null}
    </View>
  )
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
