import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { DELIVERY } from '@wanli/kernel/limits'
import { addressesChanged, useAddresses } from '@/shared/api/get-addresses'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { isLostAnswer, refusedBy, type Look } from '@/shared/http/lost-answer'
import { useSession } from '@/shared/http/session'
import { back, go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Skeleton, SkeletonRows } from '@/shared/ui/skeleton'
import { saveAddress, useEstates } from '../../api/addresses'
import { Gone } from '../../components/gone'
import { PeopleFields } from '../../components/people-fields'
import { SaveBar } from '../../components/save-bar'
import {
  EMPTY_FORM,
  formOf,
  problemsOf,
  requestOf,
  withRoom,
  type AddressForm,
  type AddressProblems,
} from '../../model/address-form'
import { TEXT } from '../../text'

const WORDS = TEXT.address

/** 加地址: the door, how one gets up, who may take a meal in, whom to call. */
export default function AddressPage(): ReactNode {
  const { id, for: forPerson } = useRouter().params
  const { state } = useSession()
  const forPersonId = forPerson ?? null
  const query = useAddresses(forPersonId, state === 'signed_in')
  const title = id === undefined ? WORDS.title : WORDS.titleEdit
  if (state === 'signed_out') {
    return (
      <CanteenScreen title={title}>
        <SignInFirst text={TEXT.signIn} />
      </CanteenScreen>
    )
  }
  if (id === undefined) return <Form title={title} forPersonId={forPersonId} id={undefined} first={EMPTY_FORM} />
  const address = query.data?.find((one) => one.id === id)
  if (address) return <Form title={title} forPersonId={forPersonId} id={id} first={formOf(address)} />
  return (
    <CanteenScreen title={title}>
      <Async query={query} skeleton={<SkeletonRows count={4} height={120} />}>
        {() => <Gone />}
      </Async>
    </CanteenScreen>
  )
}

interface FormProps {
  title: string
  forPersonId: string | null
  id: string | undefined
  first: AddressForm
}

function Form({ title, forPersonId, id, first }: FormProps): ReactNode {
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const save = useSave(form, { forPersonId, id })
  const problems = tried ? problemsOf(form) : {}
  const isUnfinished = Object.keys(problems).length > 0
  const submit = (): void => {
    setTried(true)
    if (Object.keys(problemsOf(form)).length === 0 && !save.isPending) save.mutate()
  }
  const look: Look = {
    text: WORDS.maybe,
    act: WORDS.maybeAct,
    onTap: () => go('/features/delivery/pages/addresses/index', { for: forPersonId ?? undefined }),
  }
  const change = (more: Partial<AddressForm>): void => setForm({ ...form, ...more })
  return (
    <CanteenScreen
      title={title}
      bottom={
        <SaveBar
          label={TEXT.save}
          busy={save.isPending}
          {...(isUnfinished ? { refused: TEXT.unfinished } : refusedBy(save.error, look))}
          onTap={submit}
        />
      }
    >
      <Where form={form} problems={problems} onChange={change} />
      <PeopleFields
        title={WORDS.receivers}
        help={WORDS.receiversText}
        people={form.receivers}
        blank={{ name: '', relation: '' }}
        wrong={problems.receivers}
        onChange={(receivers) => change({ receivers })}
      />
      <PeopleFields
        title={WORDS.contacts}
        help={WORDS.contactsText}
        people={form.contacts}
        blank={{ name: '', relation: '', phone: '' }}
        wrong={problems.contacts}
        onChange={(contacts) => change({ contacts })}
      />
      <View className={css.help}>{TEXT.addresses.sealed}</View>
    </CanteenScreen>
  )
}

/** Saves the form, a new address once; then the page is done. */
function useSave(
  form: AddressForm,
  { forPersonId, id }: Pick<FormProps, 'forPersonId' | 'id'>,
): UseMutationResult<unknown, Error, void> {
  const { key, renew } = useIdempotencyKey()
  return useMutation({
    mutationFn: () => saveAddress(requestOf(form), { id, forPersonId, idempotencyKey: key }),
    onSuccess: async () => {
      await addressesChanged()
      back()
    },
    onError: (thrown) => {
      if (asApiError(thrown).code !== 'network') renew()
      // Where the first try was taken, the list of addresses has it.
      if (isLostAnswer(thrown)) void addressesChanged()
    },
  })
}

interface WhereProps {
  form: AddressForm
  problems: AddressProblems
  onChange: (more: Partial<AddressForm>) => void
}

/** The estate, the door, how one gets up, and what else a courier should know. */
function Where({ form, problems, onChange }: WhereProps): ReactNode {
  return (
    <Card title={WORDS.where}>
      <View className={css.form}>
        <Estates chosen={form.estateId} wrong={problems.estate} onChange={(estateId) => onChange({ estateId })} />
        <View className={css.pair}>
          <Door
            label={WORDS.building}
            value={form.building}
            error={problems.building}
            onInput={(building) => onChange({ building })}
          />
          <Door label={WORDS.unit} value={form.unit} error={undefined} onInput={(unit) => onChange({ unit })} />
          <Door
            label={WORDS.room}
            value={form.room}
            error={problems.room}
            onInput={(room) => onChange(withRoom(form, room))}
          />
          <Door
            label={WORDS.floor}
            value={form.floor}
            error={problems.floor}
            onInput={(floor) => onChange({ floor })}
          />
        </View>
        <View className={css.cells}>
          <Cell title={WORDS.lift} plain checked={form.lift} onTap={() => onChange({ lift: !form.lift })} />
        </View>
        <Field
          label={WORDS.note}
          value={form.note}
          placeholder={WORDS.notePlaceholder}
          maxLength={DELIVERY.noteLength}
          onInput={(note) => onChange({ note })}
        />
      </View>
    </Card>
  )
}

interface DoorProps {
  label: string
  value: string
  error: string | undefined
  onInput: (value: string) => void
}

function Door({ label, value, error, onInput }: DoorProps): ReactNode {
  return (
    <Field
      label={label}
      value={value}
      maxLength={DELIVERY.doorLength}
      onInput={onInput}
      {...(error === undefined ? {} : { error })}
    />
  )
}

interface EstatesProps {
  chosen: string
  wrong: string | undefined
  onChange: (estateId: string) => void
}

function Estates({ chosen, wrong, onChange }: EstatesProps): ReactNode {
  const query = useEstates()
  return (
    <Async
      query={query}
      skeleton={<Skeleton height={44} radius={999} />}
      isEmpty={(items) => items.length === 0}
      empty={<View className={css.help}>{WORDS.noEstate}</View>}
    >
      {(items) => (
        <>
          <View className={css.chips} {...aria({ role: 'radiogroup', label: WORDS.estate })}>
            {items.map(({ id, name }) => (
              <Chip key={id} on={id === chosen} onTap={() => onChange(id)}>
                {name}
              </Chip>
            ))}
          </View>
          {wrong === undefined ? null : <View className={css.wrong}>{`${WORDS.estate}：${wrong}`}</View>}
        </>
      )}
    </Async>
  )
}
