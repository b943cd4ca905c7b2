import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { businessDayOf, isBusinessDay } from '@wanli/kernel/shanghai-time'
import { walletQuery } from '@/shared/api/get-wallet'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageParams } from '@/shared/page-address'
import { groupByDay } from '@/shared/text/by-day'
import { Async, retryFailed } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { EmptyState } from '@/shared/ui/empty-state'
import { ErrorState } from '@/shared/ui/error-state'
import { LoadMore } from '@/shared/ui/load-more'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { entriesQuery } from '../../api/get-entries'
import { useReportLoss } from '../../api/report-loss'
import { BalanceCard } from '../../balance-card'
import { EntryRow } from '../../entry-row'
import { MonthCard } from '../../month-card'
import { WALLET_TEXT as TEXT } from '../../text'
import css from './index.module.scss'

/** 钱包: what there is, a month in sums, and every line with what was left after it. */
export default function StatementPage(): ReactNode {
  const { state } = useSession()
  if (state === 'signed_out') {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={TEXT.emptyText} />
      </Screen>
    )
  }
  return (
    <Screen title={TEXT.title} bottom={<Foot />}>
      <Wallet />
    </Screen>
  )
}

function Wallet(): ReactNode {
  const { data, isError, error } = useQuery(walletQuery)
  // Without the balance the lines under it would not be there either: it is said once.
  if (isError && data === undefined) return <ErrorState error={asApiError(error)} onRetry={retryFailed} />
  return (
    <>
      <BalanceCard />
      <Statement />
      <Loss />
    </>
  )
}

function Foot(): ReactNode {
  return (
    <View className={css.foot}>
      <Button kind="line" onTap={() => go('/features/wallet/pages/pay-out/index')}>
        {TEXT.payOut}
      </Button>
      <View className={css.main}>
        <Button block onTap={() => go('/features/wallet/pages/top-up/index')}>
          {TEXT.topUp}
        </Button>
      </View>
    </View>
  )
}

/** The month that was asked for, `YYYY-MM`; the latest where that is none, or is still to come. */
const monthOf = (asked: string | undefined, latest: string): string =>
  asked !== undefined && isBusinessDay(`${asked}-01`) && asked <= latest ? asked : latest

function Statement(): ReactNode {
  const now = useNow(60)
  const latest = businessDayOf(now).slice(0, 7)
  const [asked, ask] = usePageParams('month')
  const month = monthOf(asked.month, latest)
  const query = useInfiniteQuery({ ...entriesQuery(month), select: (data) => data.pages.flatMap((page) => page.items) })
  const empty = (
    <EmptyState
      title={TEXT.emptyTitle}
      text={TEXT.emptyText}
      action={{ label: TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
    />
  )
  return (
    <>
      <MonthCard month={month} latest={latest} onChange={(next) => ask({ month: next })} />
      <Async
        query={query}
        skeleton={<SkeletonRows count={5} height={76} />}
        isEmpty={(entries) => entries.length === 0}
        empty={empty}
      >
        {(entries) => (
          <>
            {groupByDay(entries, now).map((group) => (
              <Section key={group.day} title={group.heading} quiet>
                <Card flush>
                  {group.items.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} />
                  ))}
                </Card>
              </Section>
            ))}
            <LoadMore query={query} />
          </>
        )}
      </Async>
    </>
  )
}

/** For those who carry a meal card. */
function Loss(): ReactNode {
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(walletQuery)
  const report = useReportLoss()
  if (!data?.actions.includes('report_loss')) return null
  const confirm = (): void => {
    report.mutate(undefined, {
      onSuccess: () => toast(TEXT.lostDone),
      onError: (error) => toast(asApiError(error).detail),
      onSettled: () => setAsking(false),
    })
  }
  return (
    <Card flush>
      <Cell icon="alert-line" title={TEXT.lost} plain onTap={() => setAsking(true)} />
      <Dialog
        open={asking}
        title={TEXT.lostTitle}
        text={TEXT.lostText}
        confirm={{ label: TEXT.lostYes, kind: 'danger', loading: report.isPending, onTap: confirm }}
        cancel={{ label: TEXT.lostNo, onTap: () => setAsking(false) }}
      />
    </Card>
  )
}
