import type { FieldProblem } from '@wanli/contracts/errors'
import type { MenuDish, MenuMealView } from '@wanli/contracts/menus'
import { countText } from '@wanli/kernel/money'
import { MENUS_TEXT } from '../menus-text'
import { fenOfYuan, typedYuan } from './yuan'

const TEXT = MENUS_TEXT.meal

/** A dish of a meal as it is edited: what is typed. */
export interface DishLine {
  dishId: string
  name: string
  picture: string
  soldHalves: number
  portions: string
  keptPortions: string
  price: string
  half: string
}

/** Fields of a dish, in the order of the form. */
export const LINE_FIELDS = ['portions', 'keptPortions', 'price', 'half'] as const
export type LineField = (typeof LINE_FIELDS)[number]

/** What is wrong with a field and what to do, by dish and field (`fish.portions`), in the order of the form. */
export type LineProblems = Record<string, string>

/** Where the problem of a field stands. */
export const pathOf = (dishId: string, field: LineField): string => `${dishId}.${field}`

/** A meal's dishes as they are edited. */
export function linesOf(meal: MenuMealView): DishLine[] {
  return meal.dishes.map((dish) => ({
    dishId: dish.dishId,
    name: dish.name,
    picture: dish.picture,
    soldHalves: dish.soldHalves,
    portions: String(dish.portions),
    keptPortions: String(dish.keptPortions),
    price: typedYuan(dish.listFen),
    half: dish.halfFen === null ? '' : typedYuan(dish.halfFen),
  }))
}

/** A dish of the catalogue as a new line: thirty portions, a third of them put aside. */
export function newLine(
  dish: { id: string; name: string; picture: string; listFen: number; halfFen: number | null },
  keeps: boolean,
): DishLine {
  return {
    dishId: dish.id,
    name: dish.name,
    picture: dish.picture,
    soldHalves: 0,
    portions: '30',
    keptPortions: keeps ? '10' : '0',
    price: typedYuan(dish.listFen),
    half: dish.halfFen === null ? '' : typedYuan(dish.halfFen),
  }
}

/** A whole number as it is typed; null when it is none. */
const countOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null)

const hasHalf = ({ half }: DishLine): boolean => half.trim() !== ''

/** What has to be put right before a meal can be kept. What the form cannot know the server says. */
export function problemsOfLines(lines: readonly DishLine[]): LineProblems {
  const problems: LineProblems = {}
  for (const line of lines) {
    const found = { portions: portionsWrong(line), keptPortions: keptWrong(line), ...priceWrong(line) }
    for (const field of LINE_FIELDS) {
      const problem = found[field]
      if (problem !== null) problems[pathOf(line.dishId, field)] = problem
    }
  }
  return problems
}

function portionsWrong({ portions, soldHalves }: DishLine): string | null {
  const count = countOf(portions)
  if (count === null) return TEXT.numberWrong
  if (count * 2 < soldHalves) return TEXT.belowSold(countText(soldHalves / 2))
  return count === 0 ? TEXT.portionsNone : null
}

function keptWrong({ portions, keptPortions }: DishLine): string | null {
  const count = countOf(keptPortions)
  if (count === null) return TEXT.numberWrong
  // Of how many, nobody can say while that is no number.
  return count > (countOf(portions) ?? count) ? TEXT.keptMore : null
}

function priceWrong(line: DishLine): { price: string | null; half: string | null } {
  const listFen = fenOfYuan(line.price)
  const price = listFen === null ? TEXT.numberWrong : listFen === 0 ? TEXT.priceNone : null
  if (!hasHalf(line)) return { price, half: null }
  const halfFen = fenOfYuan(line.half)
  if (halfFen === null) return { price, half: TEXT.numberWrong }
  if (halfFen === 0) return { price, half: TEXT.priceNone }
  return { price, half: listFen !== null && halfFen >= listFen ? TEXT.halfMore : null }
}

/** The dishes of lines without problems. */
export function dishesOf(lines: readonly DishLine[]): MenuDish[] {
  return lines.map((line) => ({
    dishId: line.dishId,
    portions: countOf(line.portions) ?? 0,
    keptPortions: countOf(line.keptPortions) ?? 0,
    listFen: fenOfYuan(line.price) ?? 0,
    halfFen: hasHalf(line) ? fenOfYuan(line.half) : null,
  }))
}

const FIELD_OF: Readonly<Record<string, LineField>> = {
  portions: 'portions',
  keptPortions: 'keptPortions',
  listFen: 'price',
  halfFen: 'half',
}

/** What the server says of fields, at the lines of the meal that is the `at`-th of the week; of what is none of them, by its own path. */
export function refusalsOfLines(fields: readonly FieldProblem[], at: number, lines: readonly DishLine[]): LineProblems {
  return Object.fromEntries(
    fields.map(({ path, message }) => {
      const [, meal, , index, name = ''] = path.split('.')
      const line = meal === String(at) && index !== undefined ? lines[Number(index)] : undefined
      const field = FIELD_OF[name]
      return [line && field ? pathOf(line.dishId, field) : path, message]
    }),
  )
}

/** The first problem of a meal, with the words that stand at its field: `红烧鱼，做几份：少于已订的 3 份`. Empty without problems. */
export function firstLineProblem(problems: LineProblems, lines: readonly DishLine[]): string {
  for (const { dishId, name } of lines)
    for (const field of LINE_FIELDS) {
      const problem = problems[pathOf(dishId, field)]
      if (problem) return TEXT.wrongAt(name, TEXT[field], problem)
    }
  return Object.values(problems)[0] ?? ''
}

/** Dishes that are not the same in two looks at a meal, by name: on one of both only, or with other portions or prices. */
export function lineDifferences(one: readonly DishLine[], other: readonly DishLine[]): string[] {
  const words = (lines: readonly DishLine[], id: string): string => {
    const line = lines.find(({ dishId }) => dishId === id)
    return JSON.stringify(line && LINE_FIELDS.map((field) => line[field].trim()))
  }
  const names = new Map([...one, ...other].map(({ dishId, name }) => [dishId, name]))
  return [...names].filter(([id]) => words(one, id) !== words(other, id)).map(([, name]) => name)
}
