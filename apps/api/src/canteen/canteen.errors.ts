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
  'canteen.sitting_closed': { status: 409, message: '这一餐食堂不开：「{reason}」' },
  'canteen.clash': { status: 409, message: '{all}，用餐人不吃。{how}' },
  'canteen.already_ordered': { status: 409, message: '{by}已经订过这一餐了，取餐号 {number}' },
  'canteen.address_required': { status: 422, message: '请选送到哪里' },
  'canteen.address_out_of_reach': { status: 422, message: '这个地址还没有送餐路线，请到食堂取' },
  'canteen.offer_too_early': { status: 409, message: '{from} 以前直接退就行，不用转让' },
  'canteen.meal_gone': { status: 409, message: '这份饭刚刚被别人接走了' },
  'canteen.not_your_turn': { status: 409, message: '这份饭先给排在前面的人，{until} 以后再看看' },
  'canteen.own_meal': { status: 409, message: '这是自己转让的饭，不想转让了可以收回' },
} as const satisfies Catalogue<CanteenErrors>
