import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SlipView } from '@wanli/contracts/counter'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useCounterSitting } from '../../api/get-counter-sitting'
import { CounterDishes } from '../../components/counter-dishes'
import { CounterPay } from '../../components/counter-pay'
import { CounterWho } from '../../components/counter-who'
import { DeskHeader } from '../../components/desk-header'
import { LiveMark } from '../../components/live-mark'
import { SlipCard } from '../../components/slip-card'
import { UnpaidCard } from '../../components/unpaid-card'
import { COUNTER_TEXT as TEXT } from '../../counter-text'
import { WORKBENCH_TEXT } from '../../text'
import { useCounter } from '../../use-counter'
import css from './index.module.scss'

/** 柜台点餐: who eats, which dishes, cash or wallet, a slip. */
export default function CounterPage(): ReactNode {
  const { state, person } = useSession()
  const shown = usePageShown()
  const grant = person?.roles.find(({ role }) => role === 'canteen_staff')
  const sitting = useCounterSitting(grant?.scopeId ?? undefined, shown)
  if (state === 'signed_out') {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={WORKBENCH_TEXT.signIn} />
      </Screen>
    )
  }
  const about = sitting.data
    ? `${dayAndMeal(sitting.data.day, sitting.data.meal, businessDayOf(new Date()))} ${spanText(sitting.data.serving)}`
    : ''
  const header = (
    <DeskHeader
      job={TEXT.title}
      place={grant?.scopeName ?? ''}
      about={about}
      live={<LiveMark query={sitting} />}
      person={person}
    />
  )
  return (
    <Screen title={TEXT.title} deskHeader={header}>
      <Async query={sitting} skeleton={<SkeletonRows count={4} height={90} />}>
        {(data) => <Counter sitting={data} live={shown} />}
      </Async>
    </Screen>
  )
}

function Counter({ sitting, live }: { sitting: SittingView | null; live: boolean }): ReactNode {
  const counter = useCounter()
  const [taken, setTaken] = useState<SlipView | null>(null)
  const slip = taken ?? counter.slip
  const next = (): void => {
    setTaken(null)
    if (taken === null) counter.next()
  }
  const side = (
    <View className={css.side}>
      <UnpaidCard live={live} onTaken={setTaken} />
    </View>
  )
  if (slip) {
    return (
      <View className={css.sold}>
        <SlipCard slip={slip} onNext={next} />
        {side}
      </View>
    )
  }
  if (sitting === null) {
    return (
      <View className={css.sold}>
        <EmptyState title={TEXT.noSitting} text={TEXT.noSittingText} />
        {side}
      </View>
    )
  }
  return (
    <View className={css.counter}>
      <View className={css.dishes}>
        <CounterDishes offers={sitting.offers} basket={counter.basket} onChange={counter.setBasket} />
      </View>
      <View className={css.pay}>
        <CounterWho person={counter.person} onChange={counter.setPerson} />
        <CounterPay sitting={sitting} counter={counter} />
      </View>
      {side}
    </View>
  )
}
