import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DrawerView, WaitingPayout } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { restTaps } from '@/shared/tap-rest'
import { facts } from '@/shared/text/facts'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { Skeleton } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { drawerQuery, useHandOut } from '../api/drawer'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import css from './drawer-card.module.scss'

/** 现金抽屉: what should be in it, and whom it owes cash. */
export function DrawerCard(): ReactNode {
  const query = useQuery(drawerQuery)
  return (
    <Card title={TEXT.drawer} flush>
      <Async
        query={query}
        skeleton={
          <View className={css.pad}>
            <Skeleton height={48} />
          </View>
        }
      >
        {(drawer) => <Drawer drawer={drawer} />}
      </Async>
    </Card>
  )
}

const numberText = ({ paymentNumber }: WaitingPayout): string =>
  paymentNumber === null ? '' : TEXT.paymentNumber(paymentNumber)

function titleOf(payout: WaitingPayout | null): string {
  const amount = yuan(payout?.amountFen ?? 0)
  return payout?.paymentNumber ? TEXT.handGoneTitle(amount) : TEXT.handTitle(amount, payout?.personName ?? '')
}

/** What is compared before cash is handed to whom nobody knows any more. */
function GoneText({ number }: { number: string }): ReactNode {
  return (
    <>
      <View>{TEXT.handGoneText}</View>
      <View className={css.number}>{TEXT.wholeNumber(number)}</View>
    </>
  )
}

function Drawer({ drawer }: { drawer: DrawerView }): ReactNode {
  const [handing, setHanding] = useState<WaitingPayout | null>(null)
  const hand = useHandOut()
  const confirm = (): void => {
    if (!handing || hand.isPending) return
    restTaps()
    hand.mutate(handing.id, {
      onSuccess: () => toast(TEXT.handed),
      onError: (error) => toast(asApiError(error).detail),
      onSettled: () => setHanding(null),
    })
  }
  return (
    <>
      <View className={css.now}>
        <View className={css.sum}>{TEXT.drawerNow(yuan(drawer.balanceFen))}</View>
        <View>{TEXT.drawerToday(drawer.topUpsToday)}</View>
      </View>
      <View className={css.head}>{drawer.payoutsWaiting.length === 0 ? TEXT.noPayouts : TEXT.payouts}</View>
      {drawer.payoutsWaiting.map((payout) => (
        <Cell
          key={payout.id}
          title={payout.personName}
          text={facts(`¥${yuan(payout.amountFen)}`, numberText(payout))}
          end={
            <Button
              kind="soft"
              size="s"
              label={`${TEXT.handOut}，${payout.paymentNumber ? numberText(payout) : payout.personName}`}
              onTap={() => setHanding(payout)}
            >
              {TEXT.handOut}
            </Button>
          }
        />
      ))}
      <Dialog
        open={handing !== null}
        title={titleOf(handing)}
        text={handing?.paymentNumber ? <GoneText number={handing.paymentNumber} /> : TEXT.handText}
        confirm={{ label: TEXT.handYes, loading: hand.isPending, onTap: confirm }}
        cancel={{ label: TEXT.handNo, onTap: () => setHanding(null) }}
      />
    </>
  )
}
