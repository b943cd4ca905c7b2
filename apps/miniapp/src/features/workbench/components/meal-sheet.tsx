import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DishKind } from '@wanli/contracts/canteen'
import type { CatalogueDishView, MenuMealView, MenuWeekView } from '@wanli/contracts/menus'
import { weekdayText } from '@wanli/kernel/shanghai-time'
import { restTaps } from '@/shared/tap-rest'
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
import { dishesQuery } from '../api/menus'
import { FIRST_KIND, KINDS, MENUS_TEXT } from '../menus-text'
import {
  firstLineProblem,
  LINE_FIELDS,
  lineDifferences,
  linesOf,
  newLine,
  pathOf,
  problemsOfLines,
  refusalsOfLines,
  type DishLine,
  type LineField,
  type LineProblems,
} from '../model/meal-form'
import { useKeptForm } from '../use-kept-form'
import { useMealSave } from '../use-meal-save'
import { useMeanwhile } from '../use-meanwhile'
import { BegunBar } from './begun-bar'
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
  const kept = useKeptForm(`meal.${week.canteen.id}.${meal.day}.${meal.meal}`, linesOf(meal), lineDifferences)
  const { form: lines, keep } = kept
  const [refused, setRefused] = useState<LineProblems>({})
  const [tried, setTried] = useState(false)
  const { meanwhile, begin } = useMeanwhile({ form: lines, show: keep, differ: lineDifferences })
  const problems = { ...(tried ? problemsOfLines(lines) : {}), ...refused }
  const save = useMealSave({
    week,
    meal,
    onKept: () => {
      kept.forget()
      toast(TEXT.saved)
      onClose()
    },
    onMeanwhile: begin,
    onRefused: (error, at) =>
      setRefused(error.fields.length > 0 ? refusalsOfLines(error.fields, at, lines) : { meal: error.detail }),
  })
  const send = (): void => {
    setTried(true)
    if (Object.keys(problemsOfLines(lines)).length === 0) save.send(lines)
  }
  const change = (next: DishLine[]): void => {
    keep(next)
    setRefused({})
  }
  return (
    <Sheet
      open
      title={TEXT.title(weekdayText(meal.day), MEAL_TEXT[meal.meal])}
      onClose={onClose}
      footer={
        <FormFoot
          label={TEXT.save}
          wrong={firstLineProblem(problems, lines)}
          busy={save.busy}
          onTap={send}
          meanwhile={meanwhile}
        />
      }
    >
      <View className={css.body}>
        <BegunBar form={kept} />
        {lines.length === 0 ? <View className={css.quiet}>{TEXT.none}</View> : null}
        {lines.map((line) => (
          <Line
            key={line.dishId}
            line={line}
            problems={problems}
            onChange={(next) => change(lines.map((one) => (one.dishId === line.dishId ? { ...one, ...next } : one)))}
            onRemove={() => {
              // The next dish moves up under the finger: it stays.
              restTaps()
              change(lines.filter(({ dishId }) => dishId !== line.dishId))
            }}
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
