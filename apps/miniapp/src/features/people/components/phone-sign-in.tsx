import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Pressable } from '@/shared/ui/pressable'
import { useAskPhoneCode, usePhoneSignIn } from '../api/phone-sign-in'
import { leaveSignIn } from '../leave-sign-in'
import { digitsOf, isMobile } from '../model/phone'
import { PEOPLE_TEXT as TEXT, PRIVACY_TEXT } from '../text'
import css from './phone-sign-in.module.scss'

const CODE_LENGTH = 6

/** Signing in by a phone number and the digits sent to it. Somebody new gets an account that way. */
export function PhoneSignIn(): ReactNode {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const [againAt, setAgainAt] = useState<Date | null>(null)
  const ask = useAskPhoneCode()
  const enter = usePhoneSignIn()
  const send = (): void => {
    if (!isMobile(phone)) setWrong(TEXT.phoneWrong)
    else if (!ask.isPending) {
      setWrong('')
      ask.mutate(phone, {
        onSuccess: ({ retryAfterSeconds }) => setAgainAt(new Date(serverNow().getTime() + retryAfterSeconds * 1000)),
        onError: (error) => setWrong(asApiError(error).detail),
      })
    }
  }
  const submit = (): void => {
    if (code.length !== CODE_LENGTH || enter.isPending) return
    enter.mutate({ phone, code }, { onSuccess: leaveSignIn })
  }
  return (
    <Card title={TEXT.orPhone}>
      <View className={css.form}>
        <Field
          label={TEXT.phone}
          value={phone}
          type="number"
          maxLength={13}
          placeholder={TEXT.phonePlaceholder}
          error={wrong}
          onInput={(text) => {
            setPhone(digitsOf(text, 11))
            setWrong('')
          }}
        />
        {ask.data ? (
          <CodeFields
            sent={ask.data.demoCode ? TEXT.demoCode(ask.data.demoCode) : TEXT.codeSent}
            code={code}
            error={enter.isError ? asApiError(enter.error).detail : ''}
            busy={enter.isPending}
            onInput={(text) => {
              setCode(digitsOf(text, CODE_LENGTH))
              enter.reset()
            }}
            onEnter={submit}
          />
        ) : null}
        <SendButton first={!ask.data} againAt={againAt} busy={ask.isPending} onSend={send} />
        <View className={css.help}>{TEXT.firstTime}</View>
        <Agreements />
      </View>
    </Card>
  )
}

interface CodeFieldsProps {
  /** That the digits were sent; in the demo also which. */
  sent: string
  code: string
  error: string
  busy: boolean
  onInput: (text: string) => void
  onEnter: () => void
}

function CodeFields({ sent, code, error, busy, onInput, onEnter }: CodeFieldsProps): ReactNode {
  return (
    <>
      <NoticeBar tone="ok" icon="message-4-line">
        {sent}
      </NoticeBar>
      <Field
        label={TEXT.code}
        value={code}
        type="number"
        maxLength={7}
        placeholder={TEXT.codePlaceholder}
        error={error}
        onInput={onInput}
        onConfirm={onEnter}
      />
      <Button block loading={busy} disabled={code.length !== CODE_LENGTH} onTap={onEnter}>
        {TEXT.enter}
      </Button>
    </>
  )
}

interface SendButtonProps {
  first: boolean
  againAt: Date | null
  busy: boolean
  onSend: () => void
}

function SendButton({ first, againAt, busy, onSend }: SendButtonProps): ReactNode {
  const now = useNow(1)
  const seconds = againAt ? Math.ceil((againAt.getTime() - now.getTime()) / 1000) : 0
  return (
    <Button block kind={first ? 'primary' : 'text'} loading={busy} disabled={seconds > 0} onTap={onSend}>
      {seconds > 0 ? TEXT.again(seconds) : TEXT.getCode}
    </Button>
  )
}

function Agreements(): ReactNode {
  const open = (document: string): void => go('/features/people/pages/document/index', { document })
  return (
    <View className={css.help} {...aria({ role: 'group', label: PRIVACY_TEXT.documents })}>
      {TEXT.agree}
      <Pressable className={css.link} role="link" onTap={() => open('terms')}>
        {TEXT.terms}
      </Pressable>
      <Pressable className={css.link} role="link" onTap={() => open('privacy')}>
        {TEXT.privacy}
      </Pressable>
    </View>
  )
}
