import { DELIVERY_TEXT as TEXT } from '../delivery-text'

/** A dish of an order that its eater does not eat all of. `fixed` is what the dish is made of: that cannot be left out. */
export interface ClashDish {
  readonly name: string
  readonly what: readonly string[]
  readonly fixed: readonly string[]
}

interface Clash {
  readonly dishName: string
  readonly what: string
  readonly canLeaveOut?: unknown
}

function isClash(value: unknown): value is Clash {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dishName' in value &&
    typeof value.dishName === 'string' &&
    'what' in value &&
    typeof value.what === 'string'
  )
}

/**
 * The clashing dishes of a refused order, each once with all it holds. A server that lists none names one dish beside the list: then that
 * is asked about, as something that can be left out.
 */
export function clashDishes(params: Readonly<Record<string, unknown>>): ClashDish[] {
  const told: unknown = params.clashes
  const listed: Clash[] = Array.isArray(told) ? told.filter(isClash) : []
  const one: Clash[] = isClash(params) ? [params] : []
  const clashes = listed.length > 0 ? listed : one
  const dishes = new Map<string, ClashDish>()
  for (const { dishName: name, what, canLeaveOut } of clashes) {
    const { what: before, fixed } = dishes.get(name) ?? { what: [], fixed: [] }
    dishes.set(name, {
      name,
      what: [...new Set([...before, what])],
      fixed: canLeaveOut === false ? [...new Set([...fixed, what])] : fixed,
    })
  }
  return [...dishes.values()]
}

/** Whether the kitchen can leave out all of it. */
export const canLeaveOut = (dishes: readonly ClashDish[]): boolean => dishes.every(({ fixed }) => fixed.length === 0)

/** What is asked, line by line: what each dish holds, and what can be done about it. */
export function clashLines(dishes: readonly ClashDish[]): string[] {
  const fixed = dishes.filter((dish) => dish.fixed.length > 0)
  return [
    ...dishes.map(({ name, what }) => TEXT.clashLine(name, what)),
    ...(fixed.length > 0 ? fixed.map((dish) => TEXT.clashFixed(dish.name, dish.fixed)) : [TEXT.clashAsk]),
  ]
}
