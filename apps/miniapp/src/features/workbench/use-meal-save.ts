import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import { asApiError, type ApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { readWeek, saveWeek, weekQuery } from './api/menus'
import { dishesOf, linesOf, type DishLine } from './model/meal-form'
import { isSameMeal, mealOf, withMeal } from './model/menu-week'

/** What became of a save: the draft is kept, or a colleague has written this very meal since it was opened. */
type Saved = { kept: true } | { kept: false; now: MenuWeekView; words: string }

interface MealSaveOptions {
  week: MenuWeekView
  meal: MenuMealView
  onKept: () => void
  /** A colleague has written this meal: `words` say who and when, `theirs` is what is there now. */
  onMeanwhile: (words: string, theirs: DishLine[]) => void
  onRefused: (error: ApiError, mealAt: number) => void
}

/**
 * Saves one meal into the draft of its week, from the week as it was when the meal was opened: what is asked for again behind an open
 * sheet is not what was seen. A colleague who has written another meal meanwhile loses nothing and is nothing to be asked about; of who
 * has written this one somebody has to decide.
 */
export function useMealSave({ week, meal, onKept, onMeanwhile, onRefused }: MealSaveOptions) {
  const [base, setBase] = useState(week)
  const save = useMutation({
    mutationFn: (lines: DishLine[]) => saveMeal(base, { ...meal, dishes: [] }, lines),
    onSuccess: (saved) => {
      if (saved.kept) {
        onKept()
        return
      }
      setBase(saved.now)
      onMeanwhile(saved.words, linesOf(mealOf(saved.now, meal) ?? meal))
      queryClient.setQueryData(weekQuery(week.monday).queryKey, saved.now)
    },
    onError: (thrown) =>
      onRefused(
        asApiError(thrown),
        base.meals.findIndex((one) => one.day === meal.day && one.meal === meal.meal),
      ),
  })
  return {
    busy: save.isPending,
    send: (lines: DishLine[]): void => {
      if (!save.isPending) save.mutate(lines)
    },
  }
}

async function saveMeal(base: MenuWeekView, about: MenuMealView, lines: DishLine[]): Promise<Saved> {
  const { day, meal } = about
  const onto = async (week: MenuWeekView): Promise<Saved> => {
    await saveWeek(week.monday, week.revision, withMeal(week, { day, meal, dishes: dishesOf(lines) }))
    return { kept: true }
  }
  try {
    return await onto(base)
  } catch (thrown) {
    const error = asApiError(thrown)
    if (error.code !== 'menus.changed_meanwhile') throw thrown
    const now = await readWeek(base.monday)
    return isSameMeal(base, now, about) ? onto(now) : { kept: false, now, words: error.detail }
  }
}
