import type { OrderLineRequest, Portion, ServiceMode } from '@wanli/contracts/canteen'
import { timesFen } from '@wanli/kernel/money'

import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'

import type { Dish } from './dish.entity.js'
import type { Offer } from './offer.entity.js'
import { priceOrder, type EaterFacts, type LinePrice, type OrderPrice } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'

/** One line of a basket with everything an order line keeps. */
export interface BasketLine extends LinePrice {
  offerId: string
  dishId: string
  dishName: string
  picture: string
  portion: Portion
  quantity: number
  unitFen: number
  listFen: number
}

/** What may be ordered in a sitting. */
export interface Menu {
  offers: ReadonlyMap<string, Offer>
  dishes: ReadonlyMap<string, Dish>
}

/** What somebody asks for, and what of the eater its price looks at. */
export interface BasketRequest {
  sittingId: string
  day: string
  lines: readonly OrderLineRequest[]
  mode: ServiceMode
  eater: EaterFacts
  subsidyUsed: boolean
}

/** Dishes with what one of each costs before anything is taken off. */
export type UnpricedLine = Omit<BasketLine, keyof LinePrice>

/** Lines with what each costs, and what all of them do. */
export interface PricedBasket {
  lines: BasketLine[]
  price: OrderPrice
}

/**
 * Prices what somebody asks for: the one way, for a quote and for an order. Throws `canteen.offer_not_found`,
 * `canteen.duplicate_line` and `canteen.no_half_portion` (422).
 */
export function priceBasket(menu: Menu, request: BasketRequest): PricedBasket {
  return priceLines(unpricedLines(menu, request.sittingId, request.lines), request)
}

/** Prices dishes whose list prices are known: those of a menu, or of a meal that was cooked for somebody else. */
export function priceLines(
  unpriced: readonly UnpricedLine[],
  request: Pick<BasketRequest, 'day' | 'mode' | 'eater' | 'subsidyUsed'>,
): PricedBasket {
  const price = priceOrder(
    {
      lineFen: unpriced.map((line) => line.listFen),
      eater: request.eater,
      day: request.day,
      mode: request.mode,
      subsidyUsed: request.subsidyUsed,
    },
    PUTUO_2025_12,
  )
  const lines = unpriced.map((line, index) => ({ ...line, ...defined(price.lines[index], 'the price of a line') }))
  return { lines, price }
}

function unpricedLines(
  { offers, dishes }: Menu,
  sittingId: string,
  requests: readonly OrderLineRequest[],
): UnpricedLine[] {
  const seen = new Set<string>()
  return requests.map((request) => {
    const offer = offers.get(request.offerId)
    const dish = dishes.get(offer?.dishId ?? '')
    // What was taken off the menu is not on it any more, whoever still has it on a screen.
    const onMenu = offer?.sittingId === sittingId && offer.withdrawnAt === null
    if (!onMenu || dish === undefined) throw new DomainError('canteen.offer_not_found')
    const portion = request.portion ?? 'whole'
    if (seen.has(`${offer.id} ${portion}`)) throw new DomainError('canteen.duplicate_line', { dishName: dish.name })
    seen.add(`${offer.id} ${portion}`)
    const unitFen = portion === 'whole' ? offer.listFen : offer.halfFen
    if (unitFen === null) throw new DomainError('canteen.no_half_portion', { dishName: dish.name })
    return {
      offerId: offer.id,
      dishId: dish.id,
      dishName: dish.name,
      picture: dish.picture,
      portion,
      quantity: request.quantity,
      unitFen,
      listFen: timesFen(unitFen, request.quantity),
    }
  })
}

/** Something that an eater does not eat, in a dish; `canLeaveOut` is false where the dish is made of it. */
export interface Clash {
  dishName: string
  what: string
  canLeaveOut: boolean
}

/** Words for what a dish is made of: nobody can leave the egg out of an egg custard. Each is a kind of food that a kitchen declares. */
const MADE_OF: Readonly<Record<string, RegExp>> = {
  虾蟹: /[虾蟹]/,
  鱼: /[鱼鲈鳝鲫鲳鳗鳕鲢]/,
  蛋: /蛋/,
  奶: /奶/,
  大豆: /豆腐|豆干|豆浆|百叶|素鸡/,
  花生: /花生/,
  坚果: /核桃|腰果|杏仁/,
  芝麻: /芝麻/,
  麸质: /面|馄饨|饺|馒头|包$|饼|麸/,
}

/** What of a dish says what it holds. */
type MadeDish = Pick<Dish, 'name' | 'kind' | 'ingredients' | 'allergens'>

/** What an eater does not eat and a dish holds, first dish first; empty when all of it may be eaten. */
export function clashesOf(dishes: Iterable<MadeDish>, avoid: readonly string[]): Clash[] {
  return [...dishes].flatMap((dish) =>
    heldOf(dish, avoid).map((what) => ({ dishName: dish.name, what, canLeaveOut: !isMadeOf(dish, what) })),
  )
}

/** Kinds of food as the kitchen declares them, and words of the eater's own where name or ingredients hold them. */
function heldOf({ name, ingredients, allergens }: MadeDish, avoid: readonly string[]): string[] {
  const own = avoid.filter((one) => !(one in MADE_OF) && !allergens.includes(one))
  const isIn = (word: string): boolean => [name, ...ingredients].some((text) => text.includes(word))
  return [...allergens.filter((one) => avoid.includes(one)), ...own.filter(isIn)]
}

/** By its name, and by what stands first among its ingredients; what a set meal holds are dishes, each of them made of something. */
function isMadeOf({ name, kind, ingredients }: MadeDish, what: string): boolean {
  const parts = kind === '套餐' ? ingredients : ingredients.slice(0, 1)
  return [name, ...parts].some((text) => MADE_OF[what]?.test(text) ?? text.includes(what))
}

/** The refusal of dishes that an eater does not eat, all of them in one sentence. Undefined when there is nothing to refuse. */
export function clashError(clashes: readonly Clash[]): DomainError | undefined {
  const canLeaveOut = clashes.every((clash) => clash.canLeaveOut)
  const first = clashes.find((clash) => clash.canLeaveOut === canLeaveOut)
  if (first === undefined) return undefined
  const { dishName, what } = first
  const whatOf = new Map<string, string[]>()
  for (const one of clashes) whatOf.set(one.dishName, [...(whatOf.get(one.dishName) ?? []), one.what])
  const all = [...whatOf].map(([name, held]) => `「${name}」里有${held.join('、')}`).join('；')
  const how = canLeaveOut ? '换一样，还是让厨房不放' : `「${dishName}」去不掉，请换一样`
  return new DomainError('canteen.clash', { dishName, what, all, how, canLeaveOut })
}

/** Half portions that lines take, by offer. */
export function halvesOf(
  lines: readonly { offerId: string; portion: Portion; quantity: number }[],
): Map<string, number> {
  const halves = new Map<string, number>()
  for (const { offerId, portion, quantity } of lines)
    halves.set(offerId, (halves.get(offerId) ?? 0) + (portion === 'whole' ? 2 * quantity : quantity))
  return halves
}
