import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { CalendarDay, CalendarMeal, CalendarView } from '@wanli/contracts/menus'
import { businessDayOf, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { facts } from '@/shared/text/facts'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Pressable } from '@/shared/ui/pressable'
import { Skeleton } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { calendarQuery, undoClosing } from '../../api/menus'
import { CloseMealSheet } from '../../components/close-meal-sheet'
import { PlanSheet } from '../../components/plan-sheet'
import { StaffScreen } from '../../components/staff-screen'
import { Turn } from '../../components/turn'
import { DAY_TEXT, MEAL_SHORT, MENUS_TEXT } from '../../menus-text'
import { addMonths, monthOf, placesBefore } from '../../model/month'
import css from './index.module.scss'

const TEXT = MENUS_TEXT.calendar

/** 日历: which days people work, which meals are served, and closing one. */
export default function CalendarPage(): ReactNode {
  const { state } = useSession()
  const today = businessDayOf(serverNow())
  const [first] = useState(today)
  const [{ month = monthOf(first), day = first }, turnTo] = usePageParams('month', 'day')
  const [planning, setPlanning] = useState(false)
  const query = useQuery({ ...calendarQuery(month), enabled: state === 'signed_in' })
  return (
    <StaffScreen title={TEXT.title} place={query.data?.canteen.name}>
      {() => (
        <>
          <View className={css.which}>
            <Turn
              title={TEXT.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
              before={TEXT.before}
              after={TEXT.after}
              onTurn={(step) => turnTo(firstOf(addMonths(month, step), today))}
            />
            <Button kind="line" size="s" icon="time-line" onTap={() => setPlanning(true)}>
              {TEXT.plans}
            </Button>
            {planning ? <PlanSheet onClose={() => setPlanning(false)} /> : null}
            {query.data?.source ? <View className={css.source}>{TEXT.source(query.data.source)}</View> : null}
          </View>
          <Async query={query} skeleton={<Skeleton height={420} radius={16} />}>
            {(data) => (
              <Month key={data.month} view={data} today={today} chosen={day} onDay={(next) => turnTo({ day: next })} />
            )}
          </Async>
        </>
      )}
    </StaffScreen>
  )
}

/** A month with the day one sees of it first: today, or its first. */
const firstOf = (month: string, today: string): { month: string; day: string } => ({
  month,
  day: monthOf(today) === month ? today : `${month}-01`,
})

interface MonthProps {
  view: CalendarView
  today: string
  chosen: string
  onDay: (day: string) => void
}

function Month({ view, today, chosen, onDay }: MonthProps): ReactNode {
  const day = view.days.find((one) => one.day === chosen)
  return (
    <View className={css.desk}>
      <View className={css.left}>
        {view.isKnown ? null : (
          <NoticeBar tone="warm" icon="information-line">
            {TEXT.unknown(view.month.slice(0, 4))}
          </NoticeBar>
        )}
        <View className={css.grid}>
          {TEXT.weekdays.map((name) => (
            <View key={name} className={css.weekday}>
              {name}
            </View>
          ))}
          {Array.from({ length: placesBefore(view.month) }, (_, index) => (
            <View key={index} />
          ))}
          {view.days.map((one) => (
            <Day
              key={one.day}
              day={one}
              on={one.day === chosen}
              today={one.day === today}
              onTap={() => onDay(one.day)}
            />
          ))}
        </View>
      </View>
      <View className={css.right}>{day ? <DayCard key={day.day} day={day} /> : null}</View>
    </View>
  )
}

interface DayProps {
  day: CalendarDay
  on: boolean
  today: boolean
  onTap: () => void
}

function Day({ day, on, today, onTap }: DayProps): ReactNode {
  const off = day.kind === 'holiday' || day.kind === 'weekend'
  const label = [
    monthDayText(day.day),
    DAY_TEXT[day.kind],
    ...day.meals
      .filter(({ state }) => state === 'closed' || state === 'not_served')
      .map(({ meal }) => TEXT.closeLabel(MEAL_TEXT[meal])),
  ].join('，')
  return (
    <Pressable
      className={classList(css.day, off && css.off, on && css.on)}
      role="radio"
      facts={{ checked: on }}
      label={label}
      onTap={onTap}
    >
      <View className={css.dateRow}>
        <View className={classList(css.date, today && css.today)}>{Number(day.day.slice(8))}</View>
        {day.kind === 'holiday' ? <View className={css.rest}>{TEXT.rest}</View> : null}
        {day.kind === 'makeup_workday' ? <View className={css.work}>{TEXT.work}</View> : null}
      </View>
      <View className={css.meals}>
        {day.meals.map((one) => (
          <View
            key={one.meal}
            className={classList(
              css.meal,
              (one.state === 'closed' || one.state === 'not_served') && css.closed,
              one.sittingId !== null && one.state === 'served' && css.published,
            )}
          >
            {MEAL_SHORT[one.meal]}
          </View>
        ))}
      </View>
    </Pressable>
  )
}

function DayCard({ day }: { day: CalendarDay }): ReactNode {
  const [closing, setClosing] = useState<Meal | null>(null)
  // As it is now: orders come while the sheet is open.
  const toClose = day.meals.find(({ meal }) => meal === closing)
  const title = `${monthDayText(day.day)} ${weekdayText(day.day)}`
  return (
    <Card title={title} extra={<Tag>{day.name ?? DAY_TEXT[day.kind]}</Tag>}>
      {day.meals.map((meal) => (
        <MealRow key={meal.meal} meal={meal} onClose={() => setClosing(meal.meal)} />
      ))}
      {toClose ? <CloseMealSheet day={day.day} meal={toClose} onClose={() => setClosing(null)} /> : null}
    </Card>
  )
}

function MealRow({ meal, onClose }: { meal: CalendarMeal; onClose: () => void }): ReactNode {
  const undo = useMutation({
    mutationFn: (id: string) => undoClosing(id),
    onSuccess: () => toast(TEXT.undone),
    onError: (thrown) => {
      toast(asApiError(thrown).detail)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
  })
  const name = MEAL_TEXT[meal.meal]
  const { closingId } = meal
  return (
    <View className={css.row}>
      <View className={css.about}>
        <View className={css.name}>{name}</View>
        <View className={css.quiet} {...aria({ live: 'polite' })}>
          <Facts text={stateText(meal)} />
        </View>
      </View>
      {meal.state === 'served' ? (
        <Button kind="line" size="s" label={TEXT.closeLabel(name)} onTap={onClose}>
          {TEXT.close}
        </Button>
      ) : null}
      {closingId === null ? null : (
        <Button
          kind="soft"
          size="s"
          label={TEXT.undoLabel(name)}
          loading={undo.isPending}
          onTap={() => undo.mutate(closingId)}
        >
          {TEXT.undo}
        </Button>
      )}
    </View>
  )
}

function stateText({ state, reason, sittingId, orders }: CalendarMeal): string {
  if (state === 'closed') return TEXT.closed(reason ?? '')
  if (state === 'not_served') return TEXT.notServed(reason ?? '')
  if (state === 'over') return facts(TEXT.over, orders > 0 ? TEXT.orders(orders) : '')
  const published = sittingId === null ? MENUS_TEXT.week.never : MENUS_TEXT.week.published
  return facts(published, orders > 0 ? TEXT.orders(orders) : TEXT.noOrders)
}
