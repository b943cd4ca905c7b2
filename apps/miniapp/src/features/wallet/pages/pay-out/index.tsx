import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PayoutView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { walletQuery } from '@/shared/api/get-wallet'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { useSession } from '@/shared/http/session'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Money } from '@/shared/ui/money'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { Tile } from '@/shared/ui/tile'
import { toast } from '@/shared/ui/toast'
import { ownFenOf } from '../../model/own-fen'
import { payoutsQuery } from '../../api/get-payouts'
import { payOut } from '../../api/pay-out'
import { PAY_OUT_TEXT as TEXT } from '../../text'
import css from './index.module.scss'

/** 退余额: one's own money back to where it came from. */
export default function PayOutPage(): ReactNode {
  const { state } = useSession()
  if (state === 'signed_in') return <PayOut />
  return (
    <Screen title={TEXT.title}>
      <SignInFirst text={TEXT.text} />
    </Screen>
  )
}

function PayOut(): ReactNode {
  const [asking, setAsking] = useState(false)
  const wallet = useQuery(walletQuery)
  const payouts = useQuery(payoutsQuery)
  const { key, renew } = useIdempotencyKey()
  const ownFen = wallet.data ? ownFenOf(wallet.data) : 0
  const ask = useMutation({
    mutationFn: () => payOut(key),
    onSuccess: () => {
      renew()
      toast(TEXT.asked)
    },
    onError: (error) => {
      if (asApiError(error).code !== 'network') renew()
      toast(asApiError(error).detail)
    },
    onSettled: () => setAsking(false),
  })
  return (
    <Screen
      title={TEXT.title}
      bottom={
        <Button block disabled={ownFen === 0} onTap={() => setAsking(true)}>
          {ownFen === 0 ? TEXT.none : TEXT.yes(yuan(ownFen))}
        </Button>
      }
    >
      <Async query={wallet} skeleton={<SkeletonRows count={1} height={140} />}>
        {() => (
          <Card>
            <View className={css.sum}>
              <View className={css.label}>{TEXT.what}</View>
              <Money fen={ownFen} size="xl" />
              <View className={css.label}>{TEXT.text}</View>
            </View>
          </Card>
        )}
      </Async>
      {payouts.data && payouts.data.length > 0 ? <History payouts={payouts.data} /> : null}
      <Dialog
        open={asking}
        title={TEXT.title2}
        text={TEXT.body(yuan(ownFen))}
        confirm={{ label: TEXT.confirm, loading: ask.isPending, onTap: () => !ask.isPending && ask.mutate() }}
        cancel={{ label: TEXT.keep, onTap: () => setAsking(false) }}
      />
    </Screen>
  )
}

function stateOf(part: PayoutView['parts'][number]): string {
  if (part.status === 'done') return TEXT.doneState
  if (part.status === 'failed') return TEXT.failed
  return part.way === 'cash' ? TEXT.waitsAtDesk : TEXT.pending
}

function History({ payouts }: { payouts: readonly PayoutView[] }): ReactNode {
  const today = businessDayOf(useNow(60))
  return (
    <Section title={TEXT.history}>
      <Card flush>
        {payouts.flatMap((payout) =>
          payout.parts.map((part) => {
            const at = new Date(payout.createdAt)
            return (
              <Cell
                key={`${payout.id}-${part.way}-${part.amountFen}`}
                tile={<Tile tint="places" icon={part.way === 'wechat' ? 'wechat-line' : 'wallet-4-line'} />}
                title={`${part.way === 'wechat' ? TEXT.wechat : TEXT.cash} ¥${yuan(part.amountFen)}`}
                text={`${dayText(businessDayOf(at), today)} ${clockText(at)}`}
                end={<Tag tone={part.status === 'done' ? 'ok' : 'warm'}>{stateOf(part)}</Tag>}
              />
            )
          }),
        )}
      </Card>
    </Section>
  )
}
