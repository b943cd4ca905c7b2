import type { DeskErrors } from '@wanli/contracts/desk'
import type { MandatesErrors } from '@wanli/contracts/mandates'
import type { PeopleErrors } from '@wanli/contracts/people'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of sign-in, profile and mandates. */
export const PEOPLE_ERRORS = {
  'auth.required': { status: 401, message: '请先登录' },
  'auth.expired': { status: 401, message: '登录过期了，请重新登录' },
  'auth.invalid': { status: 401, message: '登录信息不对，请重新登录' },
  'auth.session_ended': { status: 401, message: '这个登录已经退出了，请重新登录' },
  'auth.refresh_invalid': { status: 401, message: '登录过期了，请重新登录' },
  'auth.refresh_reused': { status: 401, message: '这个登录在别处用过，为了安全已经退出，请重新登录' },
  'auth.forbidden': { status: 403, message: '你没有办这件事的权限' },
  'auth.wechat_refused': { status: 401, message: '微信登录没有成功，请再试一次' },
  'auth.wechat_unreachable': { status: 503, message: '暂时连不上微信，请过一会儿再试' },
  'auth.persona_unknown': { status: 404, message: '没有这个演示身份' },
  'people.session_not_found': { status: 404, message: '没有这个登录' },
  'people.name_not_allowed': { status: 422, message: '名字里不能有表情符号，生僻字可以' },
  'auth.phone_code_wrong': { status: 401, message: '验证码不对，或者过时了，看一看再输' },
  'auth.phone_code_too_soon': { status: 429, message: '刚发过，{retryAfterSeconds} 秒后再发' },
  'people.phone_taken': { status: 409, message: '这个手机号已经是别的账号的，请用它登录，或到前台办' },
  'people.not_found': { status: 404, message: '没有这个人' },
  'people.role_not_yours': { status: 403, message: '这个权限你不能给，也不能收' },
  'people.no_mandate': { status: 403, message: '对方现在没有请你代办这件事' },
} as const satisfies Catalogue<PeopleErrors>

/** Refusals of mandates. */
export const MANDATES_ERRORS = {
  'mandates.not_found': { status: 404, message: '没有这个代办' },
  'mandates.state_changed': { status: 409, message: '这个代办刚刚变了，刷新看看' },
  'mandates.oneself': { status: 422, message: '自己的事不用代办' },
  'mandates.exists': { status: 409, message: '你已经能替他办事了' },
  'mandates.cap_reached': { status: 409, message: '今天最多能花 ¥{cap}，还剩 ¥{left}' },
  'mandates.ends_in_past': { status: 422, message: '到期的日子已经过了' },
  'mandates.code_wrong': { status: 422, message: '数字不对，或者过时了，请家人再出一个' },
  'mandates.code_locked': { status: 429, message: '输错太多次了，{retryAfterSeconds} 秒后再试' },
} as const satisfies Catalogue<MandatesErrors>

/** Refusals of the desk. */
export const DESK_ERRORS = {
  'desk.person_not_found': { status: 404, message: '没有找到这个人' },
  'desk.search_too_wide': { status: 422, message: '输卡号、整个手机号，或者姓加手机后四位' },
  'desk.card_lost': { status: 409, message: '这张卡挂失了，请按手机号找人，再补一张新卡' },
  'desk.card_taken': { status: 409, message: '这个卡号用过了，换一张卡' },
  'desk.phone_taken': { status: 409, message: '这个手机号已经有账号了，按手机号找一找' },
  'desk.id_number_taken': { status: 409, message: '这个身份证号已经登记过了，找一找原来的账号' },
  'desk.id_number_wrong': { status: 422, message: '身份证号不对，再核对一遍' },
  'desk.consent_missing': { status: 422, message: '登记这个要本人先签证件信息同意书，把编号填上' },
  'desk.oneself': { status: 403, message: '自己的事请同事来办' },
  'desk.nothing_to_reveal': { status: 404, message: '没有登记过这一项' },
  'desk.fact_value_wrong': { status: 422, message: '内容不对，再看一遍证件' },
} as const satisfies Catalogue<DeskErrors>
