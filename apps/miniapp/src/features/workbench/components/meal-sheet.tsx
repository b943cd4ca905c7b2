import { useMutation, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DishKind } from '@wanli/contracts/canteen'
import type { CatalogueDishView, MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import { weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { dishesQuery, saveWeek, weekQuery } from '../api/menus'
import { FIRST_KIND, KINDS, MENUS_TEXT } from '../menus-text'
import {
  dishesOf,
  firstLineProblem,
  LINE_FIELDS,
  linesOf,
  newLine,
  pathOf,
  problemsOfLines,
  refusalsOfLines,
  type DishLine,
  type LineField,
  type LineProblems,
} from '../model/meal-form'
import { withMeal } from '../model/menu-week'
import { FormFoot } from './form-foot'
import css from './meal-sheet.module.scss'

const TEXT = MENUS_TEXT.meal

/** What is typed into each field. */
const KEYS = {
  portions: { type: 'number', maxLength: 4 },
  keptPortions: { type: 'number', maxLength: 4 },
  price: { type: 'digit', maxLength: 7 },
  half: { type: 'digit', maxLength: 7 },
} as const satisfies Record<LineField, object>

interface MealSheetProps {
  week: MenuWeekView
  meal: MenuMealView
  onClose: () => void
}

/** The dishes of one meal: portions, what is put aside, prices; more dishes from the catalogue. Saved into the draft. */
export function MealSheet({ week, meal, onClose }: MealSheetProps): ReactNode {
  const [lines, setLines] = useState(() => linesOf(meal))
  const [refused, setRefused] = useState<LineProblems>({})
  const [tried, setTried] = useState(false)
  const problems = { ...(tried ? problemsOfLines(lines) : {}), ...refused }
  const save = useMutation({
    mutationFn: () =>
      saveWeek(week.monday, week.revision, withMeal(week, { day: meal.day, meal: meal.meal, dishes: dishesOf(lines) })),
    onSuccess: () => {
      toast(TEXT.saved)
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      const at = week.meals.findIndex((one) => one.day === meal.day && one.meal === meal.meal)
      setRefused(error.fields.length > 0 ? refusalsOfLines(error.fields, at, lines) : { meal: error.detail })
      if (error.code === 'menus.changed_meanwhile')
        void queryClient.invalidateQueries({ queryKey: weekQuery(week.monday).queryKey })
    },
  })
  const send = (): void => {
    setTried(true)
    if (Object.keys(problemsOfLines(lines)).length === 0 && !save.isPending) save.mutate()
  }
  const change = (next: DishLine[]): void => {
    setLines(next)
    setRefused({})
  }
  return (
    <Sheet
      open
      title={TEXT.title(weekdayText(meal.day), MEAL_TEXT[meal.meal])}
      onClose={onClose}
      footer={
        <FormFoot label={TEXT.save} wrong={firstLineProblem(problems, lines)} busy={save.isPending} onTap={send} />
      }
    >
      <View className={css.body}>
        {lines.length === 0 ? <View className={css.quiet}>{TEXT.none}</View> : null}
        {lines.map((line) => (
          <Line
            key={line.dishId}
            line={line}
            problems={problems}
            onChange={(next) => change(lines.map((one) => (one.dishId === line.dishId ? { ...one, ...next } : one)))}
            onRemove={() => change(lines.filter(({ dishId }) => dishId !== line.dishId))}
          />
        ))}
        <More
          taken={lines.map(({ dishId }) => dishId)}
          onAdd={(dish) => change([...lines, newLine(dish, meal.meal !== 'breakfast')])}
        />
      </View>
    </Sheet>
  )
}

interface LineProps {
  line: DishLine
  problems: LineProblems
  onChange: (next: Partial<DishLine>) => void
  onRemove: () => void
}

function Line({ line, problems, onChange, onRemove }: LineProps): ReactNode {
  const sold = line.soldHalves > 0 ? TEXT.soldHelp(line.soldHalves / 2) : null
  return (
    <View className={css.line}>
      <View className={css.lineHead}>
        <DishPicture picture={line.picture} size="s" />
        <View className={css.name}>
          <View>{line.name}</View>
          {sold ? <View className={css.quiet}>{sold}</View> : null}
        </View>
        <Button kind="text" size="s" label={TEXT.remove(line.name)} onTap={onRemove}>
          {TEXT.removeShort}
        </Button>
      </View>
      <View className={css.fields}>
        {LINE_FIELDS.map((field) => (
          <Field
            key={field}
            label={TEXT[field]}
            {...KEYS[field]}
            value={line[field]}
            error={problems[pathOf(line.dishId, field)]}
            onInput={(text) => onChange({ [field]: text })}
          />
        ))}
      </View>
    </View>
  )
}

function More({ taken, onAdd }: { taken: string[]; onAdd: (dish: CatalogueDishView) => void }): ReactNode {
  const dishes = useQuery(dishesQuery)
  const [kind, setKind] = useState<DishKind>(FIRST_KIND)
  return (
    <View className={css.more}>
      <View className={css.label}>{TEXT.add}</View>
      <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.add })}>
        {KINDS.map((one) => (
          <Chip key={one} on={one === kind} onTap={() => setKind(one)}>
            {one}
          </Chip>
        ))}
      </View>
      <Async query={dishes} skeleton={<SkeletonRows count={2} height={60} />}>
        {(all) => (
          <View className={css.offers}>
            {all
              .filter((dish) => dish.kind === kind && dish.retiredAt === null && !taken.includes(dish.id))
              .map((dish) => (
                <Pressable key={dish.id} className={css.offer} onTap={() => onAdd(dish)}>
                  <DishPicture picture={dish.picture} size="s" />
                  {dish.name}
                </Pressable>
              ))}
          </View>
        )}
      </Async>
    </View>
  )
}
