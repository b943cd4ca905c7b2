import type { PeopleErrors } from '@wanli/contracts/people'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of sign-in, profile and mandates. */
export const PEOPLE_ERRORS = {
  'auth.required': { status: 401, message: '请先登录' },
  'auth.expired': { status: 401, message: '登录过期了，请重新登录' },
  'auth.invalid': { status: 401, message: '登录信息不对，请重新登录' },
  'auth.refresh_invalid': { status: 401, message: '登录过期了，请重新登录' },
  'auth.refresh_reused': { status: 401, message: '这个登录在别处用过，为了安全已经退出，请重新登录' },
  'auth.forbidden': { status: 403, message: '你没有办这件事的权限' },
  'auth.wechat_refused': { status: 401, message: '微信登录没有成功，请再试一次' },
  'auth.wechat_unreachable': { status: 503, message: '暂时连不上微信，请过一会儿再试' },
  'auth.persona_unknown': { status: 404, message: '没有这个演示身份' },
  'people.session_not_found': { status: 404, message: '没有这个登录' },
  'people.name_not_allowed': { status: 422, message: '名字里不能有表情符号，生僻字可以' },
  'people.no_mandate': { status: 403, message: '他还没有同意你代办这件事' },
} as const satisfies Catalogue<PeopleErrors>
