import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SlipView } from '@wanli/contracts/counter'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { classList } from '@/shared/ui/class-list'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useUnpaid } from '../../api/counter-sale'
import { useCounterSitting, useCounterToday } from '../../api/get-counter-sitting'
import { CounterBar } from '../../components/counter-bar'
import { BASKET, CounterBasket } from '../../components/counter-basket'
import { CounterDishes } from '../../components/counter-dishes'
import { CounterWho } from '../../components/counter-who'
import { LiveMark } from '../../components/live-mark'
import { SlipCard } from '../../components/slip-card'
import { StaffScreen } from '../../components/staff-screen'
import { UnpaidCard } from '../../components/unpaid-card'
import { COUNTER_TEXT as TEXT } from '../../counter-text'
import { whyNothing } from '../../model/nothing-sold'
import { useCounter, type Counter } from '../../use-counter'
import { useSale, type Sale } from '../../use-sale'
import css from './index.module.scss'

/** `今天 午餐 11:00–13:00`. */
const mealText = ({ day, meal, serving }: SittingView): string =>
  `${dayAndMeal(day, meal, businessDayOf(serverNow()))} ${spanText(serving)}`

/** 柜台点餐: who eats, which dishes, cash or wallet, a slip. */
export default function CounterPage(): ReactNode {
  const { person } = useSession()
  const shown = usePageShown()
  const grant = person?.roles.find(({ role }) => role === 'canteen_staff')
  const sitting = useCounterSitting(grant?.scopeId ?? undefined, shown)
  const counter = useCounter()
  const sale = useSale(sitting.data, counter)
  const [taken, setTaken] = useState<SlipView | null>(null)
  const slip = taken ?? counter.slip
  const next = (): void => {
    setTaken(null)
    if (taken === null) counter.next()
  }
  return (
    <StaffScreen
      title={TEXT.title}
      roles={['canteen_staff']}
      place={grant?.scopeName ?? ''}
      about={sitting.data ? mealText(sitting.data) : ''}
      live={<LiveMark query={sitting} />}
      bottom={
        sitting.data && slip === null ? <CounterBar sitting={sitting.data} counter={counter} sale={sale} /> : undefined
      }
    >
      {() => (
        <Async query={sitting} skeleton={<SkeletonRows count={4} height={90} />}>
          {(data) =>
            slip !== null || data === null ? (
              <View className={css.sold}>
                {slip ? (
                  <SlipCard slip={slip} onNext={next} />
                ) : (
                  <NothingSold canteenId={grant?.scopeId ?? ''} refused={counter.refused !== ''} />
                )}
                <View className={css.noPrint}>
                  <UnpaidCard live={shown} onTaken={setTaken} />
                </View>
              </View>
            ) : (
              <Selling sitting={data} counter={counter} sale={sale} live={shown} onTaken={setTaken} />
            )
          }
        </Async>
      )}
    </StaffScreen>
  )
}

/** Why nothing is sold: it is evening, today's meals are closed, or none was published. What was just refused is said first. */
function NothingSold({ canteenId, refused }: { canteenId: string; refused: boolean }): ReactNode {
  const query = useCounterToday(canteenId)
  return (
    <Async query={query} skeleton={<SkeletonRows count={2} height={90} />}>
      {({ items, days }) => {
        const { title, text } = whyNothing(items, days[0]?.off ?? null, serverNow())
        return <EmptyState title={title} text={refused ? TEXT.notSold : text} />
      }}
    </Async>
  )
}

interface SellingProps {
  sitting: SittingView
  counter: Counter
  sale: Sale
  live: boolean
  onTaken: (slip: SlipView) => void
}

function Selling({ sitting, counter, sale, live, onTaken }: SellingProps): ReactNode {
  // On a phone those who wait with their money come first; when nobody does, the card says so at the end.
  const waiting = (useUnpaid(live).data?.length ?? 0) > 0
  return (
    <View className={css.counter}>
      <View className={css.dishes}>
        <CounterDishes
          offers={sitting.offers}
          basket={counter.basket}
          meal={mealText(sitting)}
          onChange={counter.setBasket}
        />
      </View>
      <View className={css.pay}>
        <View className={css.who}>
          <CounterWho person={counter.person} onChange={counter.setPerson} />
        </View>
        <View id={BASKET} className={css.basket}>
          <CounterBasket sitting={sitting} counter={counter} quote={sale.quote} />
        </View>
      </View>
      <View className={classList(css.side, waiting && css.first)}>
        <UnpaidCard live={live} onTaken={onTaken} />
      </View>
    </View>
  )
}
