import type { DishKind } from '@wanli/contracts/canteen'
import type { ReviewTag } from '@wanli/contracts/reviews'
import { shanghaiHour } from '@wanli/kernel/shanghai-time'

import type { Dish } from '../canteen/dish.entity.js'
import { newId } from '../common/new-id.js'
import type { Review } from '../menus/review.entity.js'

import { dice } from './demo-dice.js'
import type { PastRows } from './demo-past-rows.js'

/** Of those who ordered in the app, how many say what they think of it, and of how many of its dishes. */
const SAYS = 0.3
const OF_A_DISH = 0.6
/** Nobody waits longer than so with it. */
const WITHIN_MS = 4 * 3_600_000

const BIG: readonly DishKind[] = ['荤', '半荤']
const COOKED: readonly DishKind[] = [...BIG, '素', '汤']
interface Saying {
  stars: number
  tags: ReviewTag[]
  text: string
  /** Kinds of dish that it fits; of rice nobody says anything. */
  of: readonly DishKind[]
  /** Only after so many o'clock. */
  fromHour?: number
  /** Not of dishes that are so. */
  unless?: 'soft' | 'lowSalt'
}

/** What of a dish decides what may be said of it. */
type Rated = Pick<Dish, 'kind' | 'soft' | 'lowSalt'>

/** What is said. Most only tap the stars. */
const SAID: readonly Saying[] = [
  { stars: 5, tags: ['好吃'], text: '', of: [...COOKED, '点心', '套餐'] },
  { stars: 5, tags: ['好吃', '热乎'], text: '', of: [...COOKED, '套餐'] },
  { stars: 4, tags: ['热乎'], text: '', of: [...COOKED, '套餐'] },
  { stars: 4, tags: [], text: '', of: [...COOKED, '点心', '套餐'] },
  { stars: 5, tags: ['软硬正好'], text: '', of: COOKED },
  { stars: 4, tags: ['量少'], text: '', of: BIG },
  { stars: 3, tags: ['油了'], text: '', of: [...BIG, '素'] },
  { stars: 3, tags: ['咸了'], text: '再淡一点点就好了', of: COOKED, unless: 'lowSalt' },
  { stars: 2, tags: ['凉了'], text: '十二点多来，已经不太热了', of: COOKED, fromHour: 12 },
  { stars: 5, tags: ['好吃', '软硬正好'], text: '烧得酥，牙口不好也咬得动', of: BIG },
  { stars: 4, tags: ['热乎'], text: '味道蛮好，还是热的', of: COOKED },
  { stars: 5, tags: ['好吃'], text: '今天这个烧得好', of: COOKED },
  { stars: 5, tags: ['好吃'], text: '下饭，汤汁都拌饭吃了', of: BIG },
  { stars: 4, tags: ['好吃'], text: '清爽，不油', of: ['素'] },
  { stars: 3, tags: ['太硬'], text: '有点老，咬不动', of: ['荤', '素'], unless: 'soft' },
  { stars: 5, tags: ['热乎'], text: '料足，喝了一碗还想喝', of: ['汤'] },
  { stars: 3, tags: ['淡了'], text: '汤淡了一点', of: ['汤'] },
  { stars: 5, tags: ['好吃'], text: '一份就吃饱了，省心', of: ['套餐'] },
]

/** What people said of what they had. `waitingIds` have not rated that of `lastDay`: it is left to whoever tries the demo. */
export function reviewsOf(
  { orders, lines }: PastRows,
  dishes: ReadonlyMap<string, Rated>,
  { waitingIds, lastDay }: { waitingIds: readonly string[]; lastDay: string },
): Review[] {
  const byId = new Map(orders.map((order) => [order.id, order]))
  return lines.flatMap((line): Review[] => {
    const order = byId.get(line.orderId)
    const dish = dishes.get(line.dishId)
    if (order === undefined || dish === undefined || order.door !== 'app' || order.handedOverAt === null) return []
    const { canteenId, sittingId, day, eaterId: personId, pickupNumber, handedOverAt } = order
    if (waitingIds.includes(personId) && day === lastDay) return []
    const roll = (question: string): number => dice(question, day, pickupNumber, line.position)
    if (dice('says', day, pickupNumber) >= SAYS || roll('of a dish') >= OF_A_DISH) return []
    const fitting = SAID.filter((one) => fits(one, dish, handedOverAt))
    const said = fitting[Math.floor(roll('what') * fitting.length)]
    if (said === undefined) return []
    const { stars, tags, text } = said
    const what = { orderLineId: line.id, orderId: order.id, dishId: line.dishId, canteenId, sittingId, day }
    const createdAt = new Date(handedOverAt.getTime() + roll('when') * WITHIN_MS)
    return [{ id: newId(), ...what, personId, stars, tags, text, createdAt }]
  })
}

const fits = ({ of, fromHour = 0, unless }: Saying, dish: Rated, at: Date): boolean =>
  of.includes(dish.kind) && shanghaiHour(at) >= fromHour && !(unless !== undefined && dish[unless])
