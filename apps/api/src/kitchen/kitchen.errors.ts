import type { KitchenErrors } from '@wanli/contracts/kitchen'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the kitchen. */
export const KITCHEN_ERRORS = {
  'kitchen.not_frozen': { status: 409, message: '{from} 定稿以前还可能退单，到时候再开始做' },
  'kitchen.change_seen': { status: 409, message: '这处变动同事刚刚看过了' },
  'kitchen.undo_too_late': { status: 409, message: '超过 {seconds} 秒，撤不回来了' },
  'kitchen.dish_not_found': { status: 404, message: '这一餐没有这道菜' },
  'kitchen.sample_too_light': { status: 422, message: '留样每盒至少 {grams} 克，请再加一点' },
  'kitchen.sample_kept': { status: 409, message: '{at} {by}已经留过这道菜了' },
  'kitchen.sample_not_found': { status: 404, message: '没有这盒留样' },
  'kitchen.sample_too_young': { status: 409, message: '这盒要留到 {until}，现在还不能处理' },
  'kitchen.sample_discarded': { status: 409, message: '{at} {by}已经处理过这盒了' },
  'kitchen.sample_voided': { status: 409, message: '{at} {by}已经作废了这条记录' },
  'kitchen.sample_changed': { status: 409, message: '{at} {by}改过，现在写的是 {grams} 克、{place}，看一看再改' },
  'kitchen.staff_meals_changed': {
    status: 409,
    message: '{at} {by}改成了 {dishes} 样、每样 {portions} 份。还要改的话，再按一次',
  },
  'kitchen.nobody_ate': { status: 404, message: '没有人订过这道菜' },
} as const satisfies Catalogue<KitchenErrors>
