import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CounterDayView, DayFigures } from '@wanli/contracts/counter'
import type { BusinessDay } from '@wanli/contracts/time'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Dialog } from '@/shared/ui/dialog'
import { Field } from '@/shared/ui/field'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useCounterDay } from '../../api/counter-day'
import { CashCountCard } from '../../components/cash-count-card'
import { ClosedDays } from '../../components/closed-days'
import { ForgottenDays } from '../../components/forgotten-days'
import { StaffScreen } from '../../components/staff-screen'
import { COUNTER_TEXT } from '../../counter-text'
import { useDayClose } from '../../use-day-close'
import css from './index.module.scss'

const TEXT = COUNTER_TEXT.day

/** 日结: what the books say, what lies in the drawer, and the difference with its reason. */
export default function DayClosePage(): ReactNode {
  const { state, person } = useSession()
  const [{ day: chosen }, turnTo] = usePageParams('day')
  const day = useCounterDay(state === 'signed_in', chosen)
  const place = person?.roles.find(({ role }) => role === 'canteen_staff')?.scopeName ?? ''
  return (
    <StaffScreen title={TEXT.title} roles={['canteen_staff']} place={place}>
      {() => (
        <Async query={day} skeleton={<SkeletonRows count={3} height={120} />}>
          {(data) => <Day view={data} onDay={(next) => turnTo({ day: next })} />}
        </Async>
      )}
    </StaffScreen>
  )
}

interface DayProps {
  view: CounterDayView
  /** Turns to another day, or back to today. */
  onDay: (day?: BusinessDay) => void
}

function Day({ view, onDay }: DayProps): ReactNode {
  const { day } = view.figures
  const name = dayText(day, businessDayOf(serverNow()))
  return (
    <View className={css.day}>
      <View className={css.column}>
        <ForgottenDays days={view.forgotten} shown={day} onDay={onDay} />
        <Figures figures={view.figures} name={name} isClosed={view.closed !== null} />
      </View>
      <View className={classList(css.column, css.counting)}>
        {view.closed ? <Closed view={view.closed} /> : <Count key={day} view={view} name={name} />}
      </View>
      <View className={css.column}>
        <ClosedDays />
      </View>
    </View>
  )
}

function Figures({ figures, name, isClosed }: { figures: DayFigures; name: string; isClosed: boolean }): ReactNode {
  const row = (label: string, fen: number, count?: number): ReactNode => (
    <View className={css.row}>
      <View className={css.label}>{label}</View>
      <View className={css.count}>{count === undefined ? '' : TEXT.orders(count)}</View>
      <View className={css.fen}>¥{yuan(fen)}</View>
    </View>
  )
  return (
    <Card title={TEXT.figures(name)}>
      {row(TEXT.cash, figures.cashOrders.fen, figures.cashOrders.count)}
      {row(TEXT.wallet, figures.walletOrders.fen, figures.walletOrders.count)}
      {row(TEXT.wechat, figures.wechatOrders.fen, figures.wechatOrders.count)}
      {row(TEXT.topUps, figures.topUpsFen)}
      {row(TEXT.paidOut, figures.paidOutFen)}
      {row(TEXT.refunded, figures.refundedFen)}
      {figures.uncollected > 0 ? (
        <View className={css.hint}>{(isClosed ? TEXT.uncollectedClosed : TEXT.uncollected)(figures.uncollected)}</View>
      ) : null}
    </Card>
  )
}

/** `不差`, `多 ¥1.00`, `少 ¥0.50`. */
function differenceText(fen: number): string {
  if (fen === 0) return TEXT.none
  return fen > 0 ? TEXT.more(yuan(fen)) : TEXT.less(yuan(-fen))
}

interface SumsProps {
  expectedFen: number
  countedFen: number
  /** Nobody has counted yet: nothing is missing so far. */
  isUncounted?: boolean
}

function Sums({ expectedFen, countedFen, isUncounted = false }: SumsProps): ReactNode {
  const difference = countedFen - expectedFen
  return (
    <View className={css.sums}>
      <View className={css.sum}>
        <View className={css.label}>{TEXT.expected}</View>
        <View className={css.figure}>¥{yuan(expectedFen)}</View>
      </View>
      <View className={css.sum}>
        <View className={css.label}>{TEXT.counted}</View>
        <View className={css.figure}>¥{yuan(countedFen)}</View>
      </View>
      <View className={css.sum}>
        <View className={css.label}>{TEXT.difference}</View>
        {isUncounted ? (
          <View className={css.label}>{TEXT.uncounted}</View>
        ) : (
          <View className={difference === 0 ? css.even : css.odd}>{differenceText(difference)}</View>
        )}
      </View>
    </View>
  )
}

function Closed({ view }: { view: NonNullable<CounterDayView['closed']> }): ReactNode {
  return (
    <Card title={TEXT.done(view.closedBy, clockText(new Date(view.closedAt)))}>
      <Sums expectedFen={view.expectedFen} countedFen={view.countedFen} />
      {view.note === '' ? null : <View className={css.hint}>{view.note}</View>}
    </Card>
  )
}

function Count({ view: { figures, servingUntil }, name }: { view: CounterDayView; name: string }): ReactNode {
  const closing = useDayClose(figures)
  const { typed, note, counted, difference, refused } = closing
  const isUncounted = note === '' && Object.values(typed).every((text) => text === '')
  return (
    <>
      <CashCountCard typed={typed} onChange={closing.count} />
      <Card>
        <Sums expectedFen={figures.expectedFen} countedFen={counted} isUncounted={isUncounted} />
        {difference === 0 ? null : (
          <View className={css.note}>
            <Field
              label={TEXT.note}
              value={note}
              maxLength={200}
              placeholder={TEXT.noteHint}
              error={closing.noteWrong}
              onInput={closing.explain}
            />
          </View>
        )}
        {refused === '' ? null : <NoticeBar tone="warm">{refused}</NoticeBar>}
        {servingUntil ? <View className={css.hint}>{TEXT.serving(clockText(new Date(servingUntil)))}</View> : null}
        <Button size="l" block disabled={servingUntil !== null} loading={closing.busy} onTap={closing.ask}>
          {TEXT.go}
        </Button>
      </Card>
      <Dialog
        open={closing.asking}
        title={TEXT.confirmTitle(name)}
        text={TEXT.confirmText(yuan(counted), differenceText(difference))}
        confirm={{ label: TEXT.confirmYes, loading: closing.busy, onTap: closing.close }}
        cancel={{ label: TEXT.confirmNo, onTap: closing.leave }}
      />
    </>
  )
}
