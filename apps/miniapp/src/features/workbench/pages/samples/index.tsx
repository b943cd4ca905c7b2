import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SampleDay } from '@wanli/contracts/kitchen'
import { addDays, businessDayOf, daysFrom, fullDayText, mondayOf, weekdayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { CAN_PRINT, printPage } from '@/shared/print'
import { dayInFull } from '@/shared/text/when'
import { aria, scrollable } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { EmptyState } from '@/shared/ui/empty-state'
import { Pressable } from '@/shared/ui/pressable'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useSampleDay } from '../../api/samples'
import { SampleMealCard } from '../../components/sample-meal-card'
import { StaffScreen } from '../../components/staff-screen'
import { Turn } from '../../components/turn'
import { KITCHEN_TEXT } from '../../kitchen-text'
import css from './index.module.scss'

const TEXT = KITCHEN_TEXT.past

/** 以前的留样: day by day what was kept, for whoever inspects. */
export default function SamplesPage(): ReactNode {
  const { state } = useSession()
  const today = businessDayOf(serverNow())
  const [yesterday] = useState(() => addDays(today, -1))
  const [{ day = yesterday }, choose] = usePageParams('day')
  const query = useSampleDay(day, state === 'signed_in')
  const first = query.data?.firstDay ?? null
  const turnTo = (next: string): void => choose({ day: next > today ? today : next })
  return (
    <StaffScreen title={TEXT.title} place={query.data?.canteenName}>
      {() => (
        <View className={css.page}>
          <View className={css.head}>
            <Turn
              title={dayInFull(day, today)}
              before={TEXT.before}
              after={TEXT.after}
              isFirst={first !== null && day <= first}
              isLast={day >= today}
              onTurn={(step) => turnTo(addDays(day, step))}
            />
            <Week day={day} today={today} onChange={turnTo} />
            <View className={css.acts}>
              <Button kind="text" size="s" onTap={() => turnTo(addDays(day, -7))}>
                {TEXT.weekBefore}
              </Button>
              {day === today ? null : (
                <Button kind="text" size="s" onTap={() => turnTo(today)}>
                  {TEXT.today}
                </Button>
              )}
              {CAN_PRINT && query.data && query.data.meals.length > 0 ? (
                <Button kind="line" size="s" icon="print-line" onTap={printPage}>
                  {TEXT.print}
                </Button>
              ) : null}
            </View>
          </View>
          <Async
            query={query}
            skeleton={<SkeletonRows count={6} height={72} />}
            isEmpty={({ meals }) => meals.length === 0}
            empty={<EmptyState title={TEXT.none} text={TEXT.noneText} />}
          >
            {(data) => <Meals data={data} today={today} />}
          </Async>
        </View>
      )}
    </StaffScreen>
  )
}

/** The days of the week at hand: the one that is asked for is seldom yesterday. */
function Week({ day, today, onChange }: { day: string; today: string; onChange: (day: string) => void }): ReactNode {
  return (
    <View className={css.week} {...aria({ role: 'radiogroup', label: TEXT.week })}>
      {daysFrom(mondayOf(day), 7).map((one) => (
        <Pressable
          key={one}
          className={classList(css.day, one === day && css.on, one > today && css.off)}
          role="radio"
          facts={{ checked: one === day }}
          skipped={one !== day}
          label={dayInFull(one, today)}
          disabled={one > today}
          onTap={() => onChange(one)}
        >
          <View>{weekdayText(one)}</View>
          <View className={css.number}>{Number(one.slice(8))}</View>
        </Pressable>
      ))}
    </View>
  )
}

function Meals({ data, today }: { data: SampleDay; today: string }): ReactNode {
  return (
    <View className={css.meals} {...scrollable()}>
      {/* On paper there is no head of a page to say where and when. */}
      <View className={css.paperLine}>
        {TEXT.paper(data.canteenName, `${fullDayText(data.day, today)} ${weekdayText(data.day)}`)}
      </View>
      {data.meals.map((meal) => (
        <SampleMealCard key={meal.sittingId} meal={meal} />
      ))}
    </View>
  )
}
