import type { DishKind } from '@wanli/contracts/canteen'
import type { FieldProblem } from '@wanli/contracts/errors'
import type { DishRequest } from '@wanli/contracts/menus'

import { InvalidRequestError } from '../common/invalid-request.js'

/** Kinds of dish. */
export const DISH_KINDS: readonly DishKind[] = ['荤', '半荤', '素', '主食', '点心', '汤', '套餐']

/**
 * Makes sure of what one field of a dish alone does not say: a 小份 costs less than a whole portion, and what it costs the canteen is
 * within its price. Throws InvalidRequestError (422) with the fields.
 */
export function assertDish({ listFen, halfFen, costFen }: Pick<DishRequest, 'listFen' | 'halfFen' | 'costFen'>): void {
  const wrong: FieldProblem[] = []
  if (halfFen !== null && halfFen >= listFen)
    wrong.push({ path: 'halfFen', rule: 'below_list', message: '小份要比一份便宜' })
  if (costFen > listFen * 2) wrong.push({ path: 'costFen', rule: 'plausible', message: '比卖价的两倍还高，请再看看' })
  if (wrong.length > 0) throw new InvalidRequestError(wrong)
}
