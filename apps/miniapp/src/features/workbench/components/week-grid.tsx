import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import type { DayMark } from '@wanli/contracts/time'
import { businessDayOf, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { facts } from '@/shared/text/facts'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Pressable } from '@/shared/ui/pressable'
import { Tag } from '@/shared/ui/tag'
import { MENUS_TEXT } from '../menus-text'
import css from './week-grid.module.scss'

const TEXT = MENUS_TEXT.week
const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']
/** Dishes that are named in a cell. */
const NAMED = 4

interface WeekGridProps {
  week: MenuWeekView
  onEdit: (meal: MenuMealView) => void
}

/** A week, day by meal: seven columns on a wide screen; on a phone a strip of days and the three meals of one. */
export function WeekGrid({ week, onEdit }: WeekGridProps): ReactNode {
  const today = businessDayOf(serverNow())
  const [chosen, setChosen] = useState(() => (week.days.some(({ day }) => day === today) ? today : week.monday))
  return (
    <>
      <View className={css.days} {...aria({ role: 'radiogroup' })}>
        {week.days.map((mark) => (
          <Pressable
            key={mark.day}
            className={classList(css.day, mark.day === chosen && css.chosen)}
            role="radio"
            facts={{ checked: mark.day === chosen }}
            label={`${weekdayText(mark.day)} ${monthDayText(mark.day)}`}
            onTap={() => setChosen(mark.day)}
          >
            <View className={css.date}>{weekdayText(mark.day).slice(1)}</View>
            <View className={css.weekday}>{Number(mark.day.slice(8))}</View>
          </Pressable>
        ))}
      </View>
      <View className={css.grid}>
        {week.days.map((mark) => (
          <View key={mark.day} className={classList(css.column, mark.day === chosen && css.shown)}>
            <View className={css.top}>
              <DayName mark={mark} />
            </View>
            {MEALS.map((meal) => {
              const found = week.meals.find((one) => one.day === mark.day && one.meal === meal)
              return found ? <MealCell key={meal} meal={found} onEdit={onEdit} /> : null
            })}
          </View>
        ))}
      </View>
    </>
  )
}

function DayName({ mark }: { mark: DayMark }): ReactNode {
  return (
    <>
      <View className={css.weekday}>{weekdayText(mark.day)}</View>
      <View className={css.date}>{monthDayText(mark.day)}</View>
      {mark.kind === 'holiday' ? <Tag tone="warm">{mark.name ?? MENUS_TEXT.calendar.rest}</Tag> : null}
      {mark.kind === 'makeup_workday' ? <Tag tone="info">{MENUS_TEXT.calendar.work}</Tag> : null}
    </>
  )
}

function MealCell({ meal, onEdit }: { meal: MenuMealView; onEdit: (meal: MenuMealView) => void }): ReactNode {
  const name = MEAL_TEXT[meal.meal]
  const served = meal.state === 'served'
  const sold = meal.dishes.reduce((sum, dish) => sum + dish.soldHalves, 0)
  const inside = (
    <>
      <View className={css.cellHead}>
        <View className={css.meal}>{name}</View>
        <State meal={meal} />
      </View>
      {meal.state === 'closed' || meal.state === 'not_served' ? (
        <View className={css.quiet}>{meal.reason}</View>
      ) : meal.dishes.length === 0 ? (
        <View className={css.quiet}>{served ? TEXT.empty : TEXT.nothing}</View>
      ) : (
        <>
          {meal.dishes.slice(0, NAMED).map((dish) => (
            <View key={dish.dishId} className={css.dish}>
              <View className={css.name}>{dish.name}</View>
              <View className={css.count}>{dish.portions}</View>
            </View>
          ))}
          <View className={css.quiet}>
            <Facts
              text={facts(
                meal.dishes.length > NAMED ? TEXT.more(meal.dishes.length - NAMED) : '',
                sold > 0 ? TEXT.sold(Math.ceil(sold / 2)) : '',
              )}
            />
          </View>
        </>
      )}
    </>
  )
  if (!served) return <View className={classList(css.cell, css.off)}>{inside}</View>
  return (
    <Pressable className={css.cell} label={TEXT.openMeal(weekdayText(meal.day), name)} onTap={() => onEdit(meal)}>
      {inside}
    </Pressable>
  )
}

function State({ meal }: { meal: MenuMealView }): ReactNode {
  if (meal.state === 'over') return <Tag tone="line">{TEXT.over}</Tag>
  if (meal.state !== 'served') return <Tag tone="warm">{MENUS_TEXT.calendar.close}</Tag>
  if (meal.changed) return <Tag tone="warm">{TEXT.changed}</Tag>
  if (meal.sittingId !== null) return <Tag tone="ok">{TEXT.published}</Tag>
  return meal.dishes.length > 0 ? <Tag tone="info">{TEXT.draft}</Tag> : null
}
