import type { DeliveryErrors } from '@wanli/contracts/delivery'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of delivery. */
export const DELIVERY_ERRORS = {
  'delivery.estate_not_found': { status: 422, message: '这个小区还没有送餐路线' },
  'delivery.address_not_found': { status: 404, message: '没有这个地址' },
  'delivery.address_in_use': { status: 409, message: '还有饭要送到这里，先停掉或换个地址' },
  'delivery.too_many_addresses': { status: 409, message: '最多留 {max} 个地址，先删掉一个' },
  'delivery.run_not_found': { status: 404, message: '没有这条送餐线' },
  'delivery.not_your_run': { status: 403, message: '这条线现在是{courier}在送' },
  'delivery.run_is_free': { status: 403, message: '这条线还没有人送，先接过来再看' },
  'delivery.run_taken': { status: 409, message: '{courier}刚接了这条线' },
  'delivery.too_early': { status: 409, message: '{from} 厨房才备餐，还不能出发' },
  'delivery.nothing_to_take': { status: 409, message: '没有要带走的饭' },
  'delivery.stop_not_found': { status: 404, message: '这条线上没有这一站' },
  'delivery.already_delivered': { status: 409, message: '{at} 已经交给{to}了' },
  'delivery.not_out': { status: 409, message: '这份饭不在路上，刷新看看' },
  'delivery.receiver_unknown': { status: 422, message: '没有登记过这个人，写明为什么交给他' },
  'delivery.receiver_missing': { status: 422, message: '写上交给了谁' },
  'delivery.wait_first': { status: 409, message: '再等 {seconds} 秒，满 3 分钟才往下' },
  'delivery.step_not_next': { status: 409, message: '还没到这一步，按顺序来' },
  'delivery.no_phone': { status: 404, message: '没有留电话，找别人问问' },
  'delivery.check_not_begun': { status: 409, message: '还没有请人上门看，不能结束' },
  'delivery.nobody_missing': { status: 409, message: '食堂没有在找人，号码不再显示' },
  'delivery.standing_not_found': { status: 404, message: '没有这个固定送餐' },
  'delivery.weekday_taken': { status: 409, message: '{weekday}这一餐已经有固定送餐了' },
  'delivery.day_frozen': { status: 409, message: '{until} 以后厨房备菜了，这一天改不了' },
  'delivery.day_not_standing': { status: 422, message: '这一天没有固定送餐' },
  'delivery.pause_wrong': { status: 422, message: '停到哪天，不能早于从哪天停' },
  'delivery.being_ordered': { status: 409, message: '正在下单，过几秒再试' },
  'delivery.swap_refused': { status: 409, message: '{why}，换不了。原来订好的还会送' },
  'delivery.not_in_time': { status: 409, message: '没来得及订，现在已经截单了' },
  'delivery.no_menu': { status: 409, message: '食堂没有排这一餐的菜单' },
  'delivery.nothing_on_menu': { status: 409, message: '菜单上没有合适的菜' },
} as const satisfies Catalogue<DeliveryErrors>
