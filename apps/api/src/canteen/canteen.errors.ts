import type { CanteenErrors } from '@wanli/contracts/canteen'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the canteen. */
export const CANTEEN_ERRORS = {
  'canteen.not_found': { status: 404, message: '没有这家食堂' },
  'canteen.sitting_not_found': { status: 404, message: '没有这一餐' },
  'canteen.sitting_not_open': { status: 409, message: '这一餐 {opensAt} 开始订' },
  'canteen.cut_off_passed': { status: 409, message: '这一餐 {cutOffAt} 已经截单，看看下一餐' },
  'canteen.offer_not_found': { status: 422, message: '有一样菜不在这一餐里，请重新选' },
  'canteen.duplicate_line': { status: 422, message: '「{dishName}」写了两行，请合成一行' },
  'canteen.no_half_portion': { status: 422, message: '「{dishName}」没有小份' },
  'canteen.sold_out': { status: 409, message: '「{dishName}」只剩 {left} 份了' },
  'canteen.slot_required': { status: 422, message: '请选一个取餐时间' },
  'canteen.slot_not_found': { status: 422, message: '没有这个取餐时间，请重新选' },
  'canteen.slot_full': { status: 409, message: '{slot} 已经满了，请换个时间' },
  'canteen.price_changed': { status: 409, message: '价钱变了：刚才是 ¥{was}，现在是 ¥{now}，请再看一眼' },
  'canteen.order_not_found': { status: 404, message: '没有这张订单' },
  'canteen.state_changed': { status: 409, message: '订单刚刚变了，请刷新看看' },
  'canteen.cancel_too_late': { status: 409, message: '{until} 以后厨房就备菜了，现在退不了' },
  'canteen.line_not_found': { status: 404, message: '订单里没有这道菜' },
  'canteen.line_refunded': { status: 409, message: '「{dishName}」已经退过了' },
  'canteen.not_paid': { status: 409, message: '这一单还没有付钱，不能交餐' },
  'canteen.pickup_not_found': { status: 404, message: '没有找到这个号，请看看是不是别家食堂的' },
  'canteen.pickup_ambiguous': { status: 409, message: '这个号有 {count} 单，请选是哪一餐' },
  'canteen.pickup_too_early': { status: 409, message: '这是{day}{meal}，{from} 开始取，确定现在就交吗' },
  'canteen.already_handed_over': { status: 409, message: '{at} 已经由{by}交出去了' },
  'canteen.order_cancelled': { status: 409, message: '这一单 {at} 已经退掉了' },
} as const satisfies Catalogue<CanteenErrors>
