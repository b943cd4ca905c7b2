import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { ForecastDish, ForecastView } from '@wanli/contracts/manage'
import { businessDayOf, dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { EmptyState } from '@/shared/ui/empty-state'
import form from '@/shared/ui/form.module.scss'
import { Segmented } from '@/shared/ui/segmented'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { forecastQuery } from '../api/manage'
import { readWeek, saveWeek } from '../api/menus'
import { MANAGE_TEXT as TEXT } from '../manage-text'
import { isDraftAsShown, plannedText, withForecast } from '../model/menu-week'
import css from './forecast-card.module.scss'

const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']
const toMenu = (): void => go('/features/workbench/pages/menu-week/index')

/** How many portions a day will want, why, and what the menu says; one tap puts it into the draft. */
export function ForecastCard({ day }: { day: string }): ReactNode {
  const query = useQuery(forecastQuery(day))
  const title = TEXT.forecast(`${dayText(day, businessDayOf(serverNow()))} ${weekdayText(day)}`)
  return (
    <Card title={title}>
      <Async
        query={query}
        skeleton={<SkeletonRows count={3} height={60} />}
        isEmpty={(data) => data.dishes.length === 0}
        empty={
          <EmptyState
            title={TEXT.forecastNone}
            text={TEXT.forecastNoneText}
            action={{ label: TEXT.toMenu, onTap: toMenu }}
          />
        }
      >
        {(view) => <Forecast view={view} />}
      </Async>
    </Card>
  )
}

function Forecast({ view }: { view: ForecastView }): ReactNode {
  const meals = MEALS.filter((meal) => view.dishes.some((dish) => dish.meal === meal))
  const [chosen, setChosen] = useState<Meal>(meals.includes('lunch') ? 'lunch' : (meals[0] ?? 'lunch'))
  const differs = view.dishes.some(
    ({ portions, draftPortions }) => draftPortions !== null && portions !== draftPortions,
  )
  const apply = useMutation({
    // Answers whether it was done: a draft that a colleague wrote since it was looked at is shown first.
    mutationFn: async () => {
      const { day } = view.day
      const week = await readWeek(view.monday)
      if (!isDraftAsShown(week, day, view.dishes)) {
        await queryClient.invalidateQueries({ queryKey: forecastQuery(day).queryKey })
        return false
      }
      await saveWeek(view.monday, week.revision, withForecast(week, day, view.dishes))
      return true
    },
    onSuccess: (isDone) => {
      if (!isDone) return
      toast(TEXT.applied)
      toMenu()
    },
  })
  const wrong = apply.isError ? asApiError(apply.error).detail : apply.data === false ? TEXT.applyMeanwhile : ''
  return (
    <View className={css.body}>
      {meals.length > 1 ? (
        <Segmented
          items={meals.map((meal) => ({ key: meal, label: MEAL_TEXT[meal] }))}
          current={chosen}
          onChange={setChosen}
        />
      ) : null}
      {view.dishes
        .filter(({ meal }) => meal === chosen)
        .map((dish) => (
          <Dish key={dish.dishId} dish={dish} />
        ))}
      {differs ? (
        <View className={css.apply}>
          {wrong ? (
            <View className={form.wrong} {...aria({ role: 'alert' })}>
              {wrong}
            </View>
          ) : null}
          <Button kind="soft" block loading={apply.isPending} onTap={() => apply.mutate()}>
            {TEXT.apply}
          </Button>
        </View>
      ) : (
        <Same view={view} />
      )}
    </View>
  )
}

/** Nothing to change; what is only in the draft has to be published to be so. */
function Same({ view }: { view: ForecastView }): ReactNode {
  if (view.dishes.every(({ menuPortions, draftPortions }) => menuPortions === draftPortions))
    return <View className={css.quiet}>{TEXT.same}</View>
  return (
    <>
      <View className={css.quiet}>{TEXT.sameDraft}</View>
      <Button kind="soft" block onTap={toMenu}>
        {TEXT.toMenu}
      </Button>
    </>
  )
}

function Dish({ dish }: { dish: ForecastDish }): ReactNode {
  const planned = dish.menuPortions ?? dish.draftPortions ?? 0
  const less = dish.portions < planned
  const more = dish.portions > planned
  return (
    <View className={css.dish}>
      <View className={css.about}>
        <View className={css.name}>{dish.dishName}</View>
        <View className={css.quiet}>{dish.because}</View>
      </View>
      <View className={css.counts}>
        <View className={classList(css.count, less && css.less, more && css.more)}>
          {TEXT.suggested(dish.portions)}
        </View>
        <View className={css.quiet}>{plannedText(dish)}</View>
      </View>
    </View>
  )
}
