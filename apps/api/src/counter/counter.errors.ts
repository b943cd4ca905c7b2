import type { CounterErrors } from '@wanli/contracts/counter'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the counter. */
export const COUNTER_ERRORS = {
  'counter.sitting_over': { status: 409, message: '这一餐已经收了，看看下一餐' },
  'counter.not_waiting': { status: 409, message: '这一单不在等付钱，可能同事已经收过了，请刷新看看' },
  'counter.nothing_waits': { status: 404, message: '没有等着取的饭' },
  'counter.day_closed': { status: 409, message: '这一天的账，{by} {at} 结过了' },
  'counter.still_serving': { status: 409, message: '还在供餐，{until} 以后再结账' },
  'counter.note_needed': { status: 422, message: '现金{difference}，请写一句原因' },
  'counter.drawer_changed': { status: 409, message: '刚刚又有现金进出，现在应有 ¥{expected}，请再点一次' },
  'counter.day_not_yours': { status: 403, message: '账号没有指定到一家食堂，不能结账' },
} as const satisfies Catalogue<CounterErrors>
