import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { MandateCodeReply, MandateTerms } from '@wanli/contracts/mandates'
import { businessDayOf, minutesUntil } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { FIRST_TERMS, termsOf } from '@/shared/mandate/terms'
import { TermsFields } from '@/shared/mandate/terms-fields'
import { TERMS_TEXT } from '@/shared/mandate/text'
import { useNow } from '@/shared/now'
import { canReadAloud, readAloud } from '@/shared/read-aloud'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { toast } from '@/shared/ui/toast'
import { makeMandateCode } from '../../api/make-mandate-code'
import { CODE_TEXT as TEXT, MANDATE_TEXT } from '../../text'
import css from './index.module.scss'

/** 让家人替我办: choose what they may do, then tell them six digits. */
export default function MandateCodePage(): ReactNode {
  const { state } = useSession()
  if (state === 'signed_in') return <Telling />
  return (
    <Screen title={TEXT.title}>
      <SignInFirst text={MANDATE_TEXT.emptyAgentsText} />
    </Screen>
  )
}

function Telling(): ReactNode {
  const [form, setForm] = useState(FIRST_TERMS)
  const now = useNow(10)
  const keys = useIdempotencyKeys()
  const make = useMutation({
    mutationFn: (terms: MandateTerms) => makeMandateCode(terms, keys.of(JSON.stringify(terms))),
    onSuccess: (_, terms) => keys.renew(JSON.stringify(terms)),
    onError: (error, terms) => {
      if (asApiError(error).code !== 'network') keys.renew(JSON.stringify(terms))
      toast(asApiError(error).detail)
    },
  })
  const start = (): void => {
    if (form.scopes.length === 0) toast(TERMS_TEXT.needScope)
    else if (!make.isPending) make.mutate(termsOf(form, businessDayOf(serverNow())))
  }
  const bottom = (
    <Button block loading={make.isPending} kind={make.data ? 'line' : 'primary'} onTap={start}>
      {make.data ? TEXT.again : TEXT.make}
    </Button>
  )
  return (
    <Screen title={TEXT.title} bottom={bottom}>
      {make.data ? (
        <Code reply={make.data} now={now} />
      ) : (
        <TermsFields reader="principal" form={form} now={now} onChange={setForm} />
      )}
    </Screen>
  )
}

function Code({ reply, now }: { reply: MandateCodeReply; now: Date }): ReactNode {
  const ends = new Date(reply.expiresAt)
  const over = ends <= now
  const spoken = reply.code.replace(/(?=.)/g, ' ').trim()
  return (
    <Card>
      <View className={css.code}>
        <View className={css.say}>{over ? TEXT.over : TEXT.ready}</View>
        <View className={css.digits} {...aria({ role: 'img', label: spoken })}>
          {`${reply.code.slice(0, 3)} ${reply.code.slice(3)}`}
        </View>
        {over ? null : <View className={css.help}>{TEXT.text(minutesUntil(now, ends))}</View>}
        <View className={css.help}>{TEXT.how}</View>
        {over || !canReadAloud() ? null : (
          <Button kind="soft" icon="volume-fill" onTap={() => readAloud([spoken])}>
            {TEXT.read}
          </Button>
        )}
      </View>
    </Card>
  )
}
