import type { MenusErrors } from '@wanli/contracts/menus'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of menus, reviews and figures. */
export const MENUS_ERRORS = {
  'menus.dish_not_found': { status: 404, message: '菜品里没有这一样' },
  'menus.dish_retired': { status: 409, message: '「{dishName}」已经停用，不能再上菜单' },
  'menus.changed_meanwhile': { status: 409, message: '{by} {at} 改过这周的菜单，请先看看' },
  'menus.dish_changed': { status: 409, message: '{by} {at} 改过「{dishName}」，请先看看' },
  'menus.plan_changed': { status: 409, message: '{by} {at} 改过{meal}的时间，请先看看' },
  'menus.duplicate_dish': { status: 422, message: '{meal}里「{dishName}」写了两次，请合成一行' },
  'menus.below_sold': { status: 409, message: '{meal}的「{dishName}」已经订出去 {sold} 份，不能比这少' },
  'menus.drop_ordered': {
    status: 409,
    message: '撤掉{dishes}，还有 {orders} 单没看过的要退：{numbers}。现在一单也没动，请看过再发布',
  },
  'menus.nothing_to_publish': { status: 409, message: '和已经发布的一样，没有要发布的' },
  'menus.nothing_to_copy': { status: 409, message: '上一周没有菜单可以照搬' },
  'menus.close_instead': { status: 409, message: '{meal}已经发布，不能一样菜都没有。这一餐不开，请到日历里关' },
  'menus.meal_closed': { status: 409, message: '{by} {at} 已经把{meal}停了：{reason}' },
  'menus.more_standing': { status: 409, message: '又有人订了，{meal}现在有 {orders} 单要退。还没有停，看过再按一次' },
  'menus.meal_over': { status: 409, message: '{meal}已经过了，不能再改' },
  'menus.closing_not_found': { status: 404, message: '这一餐没有停，或者已经恢复了' },
  'menus.not_eaten': { status: 409, message: '吃过了才能评，这一单还没有取' },
  'menus.review_too_late': { status: 409, message: '{until} 以前可以评，现在过了' },
  'menus.reviewed_already': { status: 409, message: '「{dishName}」已经评过了' },
  'menus.review_not_found': { status: 404, message: '没有这条评价' },
  'menus.span_too_long': { status: 422, message: '一次最多看 31 天' },
} as const satisfies Catalogue<MenusErrors>
