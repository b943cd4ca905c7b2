import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { isLostAnswer, refusedBy, type Look } from '@/shared/http/lost-answer'
import { useSession } from '@/shared/http/session'
import { termsOf } from '@/shared/mandate/terms'
import { TermsFields } from '@/shared/mandate/terms-fields'
import { back, go, replace } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Chip } from '@/shared/ui/chip'
import { EmptyState } from '@/shared/ui/empty-state'
import { Field } from '@/shared/ui/field'
import { FootBar } from '@/shared/ui/foot-bar'
import { Screen } from '@/shared/ui/screen'
import { Segmented } from '@/shared/ui/segmented'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { askMandate } from '../../api/ask-mandate'
import { mandatesChanged } from '@/shared/api/mandates-changed'
import { redeemMandate } from '../../api/redeem-mandate'
import { ASK_FIRST, problemsOf, withCode, withPhone, type AskForm, type AskProblems } from '../../model/ask'
import { ASK_TEXT as TEXT, MANDATE_TEXT, PEOPLE_TEXT } from '../../text'
import css from './index.module.scss'

const LOOK: Look = {
  text: TEXT.maybe,
  act: TEXT.maybeAct,
  onTap: () => go('/features/people/pages/mandates/index', { side: 'agent' }),
}
const WAYS = [
  { key: 'phone', label: TEXT.byPhone },
  { key: 'code', label: TEXT.byCode },
] as const

/** 加一位家人: ask somebody by their phone number, or use the digits they told. */
export default function MandateAskPage(): ReactNode {
  const { state } = useSession()
  if (state === 'signed_in') return <Asking />
  return (
    <Screen title={TEXT.title}>
      <SignInFirst text={MANDATE_TEXT.emptyHelpText} />
    </Screen>
  )
}

function Asking(): ReactNode {
  const [form, setForm] = useState(ASK_FIRST)
  const [tried, setTried] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const now = useNow(60)
  const send = useMutation({
    mutationFn: async (): Promise<void> => {
      const { relation, phone, code, terms } = form
      if (form.way === 'phone') {
        await askMandate({ principalPhone: phone, relation, ...termsOf(terms, businessDayOf(now)) }, key)
      } else await redeemMandate({ code, relation }, key)
    },
    onSuccess: () => {
      void mandatesChanged()
      if (form.way === 'code') replace('/features/people/pages/mandates/index', { side: 'agent' })
    },
    onError: (thrown) => {
      if (asApiError(thrown).code !== 'network') renew()
      // Where the first try was taken, the list of mandates has it.
      if (isLostAnswer(thrown)) void mandatesChanged()
    },
  })
  const problems: AskProblems = tried ? problemsOf(form) : {}
  const change = (next: AskForm): void => {
    setForm(next)
    if (send.isError) send.reset()
  }
  const submit = (): void => {
    setTried(true)
    if (Object.keys(problemsOf(form)).length === 0 && !send.isPending) send.mutate()
  }
  if (send.isSuccess && form.way === 'phone') return <Asked />
  return (
    <Screen
      title={TEXT.title}
      bottom={
        <FootBar {...refusedBy(send.error, LOOK)}>
          <Button block loading={send.isPending} onTap={submit}>
            {form.way === 'phone' ? TEXT.ask : TEXT.redeem}
          </Button>
        </FootBar>
      }
    >
      <Segmented items={WAYS} current={form.way} onChange={(way) => change({ ...form, way })} />
      <Who form={form} problems={problems} onChange={change} />
      {form.way === 'phone' ? (
        <TermsFields reader="agent" form={form.terms} now={now} onChange={(terms) => change({ ...form, terms })} />
      ) : null}
      <Card title={TEXT.desk}>
        <View className={css.help}>{TEXT.deskText}</View>
      </Card>
    </Screen>
  )
}

/** The question is on its way; the answer comes to the inbox. */
function Asked(): ReactNode {
  return (
    <Screen title={TEXT.title}>
      <EmptyState
        title={TEXT.askedTitle}
        text={TEXT.askedText}
        picture="handshake"
        action={{ label: TEXT.back, onTap: back }}
      />
    </Screen>
  )
}

interface WhoProps {
  form: AskForm
  problems: AskProblems
  onChange: (form: AskForm) => void
}

function Who({ form, problems, onChange }: WhoProps): ReactNode {
  return (
    <Card title={TEXT.who}>
      <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.who })}>
        {TEXT.relations.map((relation) => (
          <Chip key={relation} on={form.relation === relation} onTap={() => onChange({ ...form, relation })}>
            {relation}
          </Chip>
        ))}
      </View>
      <View className={css.fields}>
        <Field
          label={TEXT.otherRelation}
          value={form.relation}
          maxLength={10}
          error={problems.relation}
          onInput={(relation) => onChange({ ...form, relation })}
        />
        {form.way === 'phone' ? (
          <>
            <Field
              label={TEXT.phone}
              value={form.phone}
              type="number"
              maxLength={13}
              placeholder={PEOPLE_TEXT.phonePlaceholder}
              error={problems.phone}
              onInput={(text) => onChange(withPhone(form, text))}
            />
            <View className={css.help}>{TEXT.phoneHelp}</View>
          </>
        ) : (
          <>
            <Field
              label={TEXT.code}
              value={form.code}
              type="number"
              maxLength={7}
              error={problems.code}
              onInput={(text) => onChange(withCode(form, text))}
            />
            <View className={css.help}>{TEXT.codeHelp}</View>
          </>
        )}
      </View>
    </Card>
  )
}
