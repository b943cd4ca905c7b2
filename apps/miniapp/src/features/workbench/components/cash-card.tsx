import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { serverNow } from '@/shared/http/server-clock'
import { restTaps } from '@/shared/tap-rest'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Chip } from '@/shared/ui/chip'
import { Dialog } from '@/shared/ui/dialog'
import { Facts } from '@/shared/ui/facts'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { deskPersonQuery } from '../api/desk-person'
import { cashTopUp } from '../api/drawer'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import { CASH_KEYS, pressCash, QUICK_YUAN } from '../model/cash'
import { useDraft } from '../use-draft'
import css from './cash-card.module.scss'

/** What was taken in, for the clerk to read back. */
interface Receipt {
  amountFen: number
  balanceFen: number
  at: Date
}

/** Cash that was sent to be topped up, and the key it was sent under. */
interface SentCash {
  amountFen: number
  key: string
}

/** What nobody has answered may have come about: it is asked for again as it was, and no other cash is taken before. */
const UNSENT: { sent: SentCash | null } = { sent: null }

/** One sum of cash after another for one person: what was sent and not answered outlives a reload, under its key. */
function useTopUp(personId: string, onAnswer: (taken: boolean) => void) {
  const [refused, setRefused] = useState('')
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [{ sent }, keep, forget] = useDraft(`cash.${personId}`, UNSENT)
  const take = useMutation({
    mutationFn: ({ amountFen, key }: SentCash) => cashTopUp({ personId, amountFen }, key),
    onSuccess: ({ balanceFen }, { amountFen }) => {
      forget()
      setReceipt({ amountFen, balanceFen, at: serverNow() })
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code === 'network') return
      forget()
      setRefused(error.detail)
    },
    onSettled: (_, error) => onAnswer(error === null),
  })
  return {
    sent,
    refused,
    receipt,
    busy: take.isPending,
    send: (cash: SentCash): void => {
      if (take.isPending) return
      restTaps()
      keep({ sent: cash })
      take.mutate(cash)
    },
    clear: (): void => {
      setRefused('')
      setReceipt(null)
    },
  }
}

/** 收现金: fat keys, the balance after it, one question, and what was done in a line. */
export function CashCard({ personId }: { personId: string }): ReactNode {
  const { data: person } = useQuery(deskPersonQuery(personId))
  const [amount, setAmount] = useState(0)
  const [asking, setAsking] = useState(false)
  const cash = useTopUp(personId, (taken) => {
    setAsking(false)
    if (taken) setAmount(0)
  })
  if (!person) return null
  if (cash.sent !== null && !asking) return <Unanswered cash={cash.sent} busy={cash.busy} onAgain={cash.send} />
  const change = (next: number): void => {
    setAmount(next)
    cash.clear()
  }
  const after = yuan(person.balanceFen + amount * 100)
  return (
    <Card title={TEXT.cash}>
      <View className={css.amount} {...aria({ role: 'status' })}>
        ¥{yuan(amount * 100)}
      </View>
      <View className={css.after}>{amount > 0 ? TEXT.cashAfter(after) : TEXT.cashTooMuch}</View>
      <Pad amount={amount} onChange={change} />
      {cash.refused ? (
        <View className={css.refused} {...aria({ role: 'alert' })}>
          {cash.refused}
        </View>
      ) : null}
      <Button block disabled={amount === 0} onTap={() => setAsking(true)}>
        {amount === 0 ? TEXT.cashChoose : TEXT.cashGo(String(amount))}
      </Button>
      {/* Under the keys: it goes with the first digit of the next sum, and no key may move under a finger. */}
      {cash.receipt ? <ReceiptLine receipt={cash.receipt} name={person.name} /> : null}
      <Dialog
        open={asking}
        title={TEXT.cashTitle(String(amount))}
        text={TEXT.cashText(person.name, after)}
        confirm={{
          label: TEXT.cashYes,
          loading: cash.busy,
          onTap: () => cash.send({ amountFen: amount * 100, key: newIdempotencyKey() }),
        }}
        cancel={{ label: TEXT.cashNo, onTap: () => setAsking(false) }}
      />
    </Card>
  )
}

interface UnansweredProps {
  cash: SentCash
  busy: boolean
  onAgain: (cash: SentCash) => void
}

function Unanswered({ cash, busy, onAgain }: UnansweredProps): ReactNode {
  const amount = yuan(cash.amountFen)
  return (
    <Card title={TEXT.cash}>
      <View className={css.amount}>¥{amount}</View>
      <View className={css.refused} {...aria({ role: 'alert' })}>
        {TEXT.cashUnanswered}
      </View>
      <Button block loading={busy} onTap={() => onAgain(cash)}>
        {TEXT.cashAgain(amount)}
      </Button>
    </Card>
  )
}

function Pad({ amount, onChange }: { amount: number; onChange: (yuan: number) => void }): ReactNode {
  return (
    <>
      <View className={css.quick} {...aria({ role: 'radiogroup', label: TEXT.cash })}>
        {QUICK_YUAN.map((value) => (
          <Chip key={value} on={amount === value} onTap={() => onChange(value)}>
            {TEXT.cashQuick(value)}
          </Chip>
        ))}
      </View>
      <View className={css.keys} {...aria({ role: 'group', label: TEXT.keys })}>
        {CASH_KEYS.map((name) => (
          <Pressable
            key={name}
            className={css.key}
            label={name === 'erase' ? TEXT.erase : undefined}
            onTap={() => onChange(pressCash(amount, name))}
          >
            {name === 'erase' ? <Icon name="delete-back-line" /> : name}
          </Pressable>
        ))}
      </View>
    </>
  )
}

function ReceiptLine({ receipt, name }: { receipt: Receipt; name: string }): ReactNode {
  return (
    <View className={css.receipt} {...aria({ role: 'status' })}>
      <Icon name="check-circle-fill" />
      <View>
        <View className={css.done}>{TEXT.receipt(yuan(receipt.amountFen), name)}</View>
        <View>
          <Facts text={TEXT.receiptAfter(yuan(receipt.balanceFen), clockText(receipt.at))} />
        </View>
      </View>
    </View>
  )
}
