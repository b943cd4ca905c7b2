import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DishKind, Meal } from '@wanli/contracts/canteen'
import type { AddressView } from '@wanli/contracts/delivery'
import type { PersonView } from '@wanli/contracts/people'
import { CANTEEN, DELIVERY } from '@wanli/kernel/limits'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Option } from '@/shared/ui/option'
import { Segmented } from '@/shared/ui/segmented'
import { Skeleton } from '@/shared/ui/skeleton'
import { Stepper } from '@/shared/ui/stepper'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { piecesOf, withSmall, type StandingForm } from '../model/standing-form'
import { toggled, WORKDAYS } from '../model/weekdays'
import { KIND_WORDS, MEAL_WORDS, TEXT, WEEKDAY_TEXT, WEEKDAYS } from '../text'
import { WhoChoice } from './who-choice'

const WORDS = TEXT.edit
const KINDS = Object.keys(KIND_WORDS) as DishKind[]
const MEALS = Object.keys(MEAL_WORDS) as Meal[]

interface StandingFieldsProps {
  person: PersonView
  form: StandingForm
  tried: boolean
  /** Whose wallet pays; null when that is not known. */
  purse: string | null
  isNew: boolean
  addresses: UseQueryResult<AddressView[]>
  addressId: string | undefined
  onChange: (form: StandingForm) => void
}

/** The questions of a standing order, in the order one asks them: for whom, when, what, to where. */
export function StandingFields(props: StandingFieldsProps): ReactNode {
  const { person, form, tried, isNew, onChange } = props
  return (
    <>
      {isNew ? (
        <WhoChoice
          person={person}
          forPersonId={form.forPersonId}
          onChange={(forPersonId) => onChange({ ...form, forPersonId, addressId: null })}
        />
      ) : (
        <View className={css.help}>{WORDS.changeNote}</View>
      )}
      <When form={form} tried={tried} onChange={onChange} />
      <What form={form} tried={tried} onChange={onChange} />
      <Where {...props} />
      {props.purse === null ? null : (
        <NoticeBar tone="info" icon="wallet-4-line">
          {TEXT.money.each(props.purse)}
        </NoticeBar>
      )}
      <Card title={WORDS.note}>
        <Field
          quiet
          label={WORDS.note}
          value={form.note}
          placeholder={WORDS.notePlaceholder}
          maxLength={CANTEEN.noteLength}
          onInput={(note) => onChange({ ...form, note })}
        />
      </Card>
    </>
  )
}

type PartProps = Pick<StandingFieldsProps, 'form' | 'tried' | 'onChange'>

function When({ form, tried, onChange }: PartProps): ReactNode {
  return (
    <Card title={WORDS.days}>
      <View className={css.form}>
        <View className={css.chips}>
          <Chip on={form.weekdays.length === WEEKDAYS.length} onTap={() => onChange({ ...form, weekdays: WEEKDAYS })}>
            {WORDS.everyDay}
          </Chip>
          <Chip
            on={form.weekdays.length === WORKDAYS.length && WORKDAYS.every((day) => form.weekdays.includes(day))}
            onTap={() => onChange({ ...form, weekdays: WORKDAYS })}
          >
            {WORDS.workdays}
          </Chip>
        </View>
        <View className={css.grid}>
          {WEEKDAYS.map((day) => (
            <ToggleChip
              key={day}
              on={form.weekdays.includes(day)}
              onTap={() => onChange({ ...form, weekdays: toggled(form.weekdays, day) })}
            >
              {WEEKDAY_TEXT[day]}
            </ToggleChip>
          ))}
        </View>
        {tried && form.weekdays.length === 0 ? <View className={css.wrong}>{WORDS.daysWrong}</View> : null}
        <View className={css.label}>{WORDS.meal}</View>
        <Segmented
          items={MEALS.map((meal) => ({ key: meal, label: MEAL_WORDS[meal] }))}
          current={form.meal}
          onChange={(meal) => onChange({ ...form, meal })}
        />
      </View>
    </Card>
  )
}

function What({ form, tried, onChange }: PartProps): ReactNode {
  const pieces = piecesOf(form.counts)
  return (
    <Card title={WORDS.what}>
      <View className={css.lead}>{WORDS.whatText}</View>
      {KINDS.map((kind) => {
        const count = form.counts[kind] ?? 0
        return (
          <View key={kind} className={css.row}>
            <View>{KIND_WORDS[kind]}</View>
            <Stepper
              value={count}
              min={0}
              max={count + DELIVERY.wishes - pieces}
              label={KIND_WORDS[kind]}
              onChange={(value) => onChange({ ...form, counts: { ...form.counts, [kind]: value } })}
            />
          </View>
        )
      })}
      {tried && pieces === 0 ? <View className={css.wrong}>{WORDS.whatWrong}</View> : null}
      <View className={css.cells}>
        <Cell
          title={WORDS.small}
          text={WORDS.smallText}
          plain
          checked={form.small}
          onTap={() => onChange(withSmall(form, !form.small))}
        />
      </View>
    </Card>
  )
}

function Where({ form, tried, addresses, addressId, onChange }: StandingFieldsProps): ReactNode {
  const add = (): void => go('/features/delivery/pages/address/index', { for: form.forPersonId ?? undefined })
  return (
    <Card title={WORDS.where}>
      <View className={css.form}>
        <Async
          query={addresses}
          skeleton={<Skeleton height={56} radius={12} />}
          isEmpty={(items) => items.length === 0}
          empty={<View className={css.help}>{TEXT.addresses.noneText}</View>}
        >
          {(items) => (
            <View className={css.form} {...aria({ role: 'radiogroup', label: WORDS.where })}>
              {items.map(({ id, text }) => (
                <Option key={id} on={id === addressId} label={text} onTap={() => onChange({ ...form, addressId: id })}>
                  {text}
                </Option>
              ))}
            </View>
          )}
        </Async>
        {tried && addressId === undefined ? <View className={css.wrong}>{WORDS.addressWrong}</View> : null}
        <Button kind="soft" block icon="add-line" onTap={add}>
          {TEXT.addresses.add}
        </Button>
      </View>
    </Card>
  )
}
