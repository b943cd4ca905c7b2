import type { CommonErrors } from '@wanli/contracts/errors'

import type { Catalogue } from './catalogue.js'

/** Refusals that any route may give. */
export const COMMON_ERRORS = {
  'request.invalid': { status: 422, message: '有几处没填对，请看看标出来的地方' },
  'request.not_json': { status: 422, message: '没看懂发来的内容，请再试一次' },
  'request.unsupported_type': { status: 415, message: '只收 JSON 格式的内容' },
  'request.too_large': { status: 413, message: '内容太多了，请减少一些再发' },
  'request.not_found': { status: 404, message: '没有这个地方' },
  'request.too_many': { status: 429, message: '点得太快了，请过 {retryAfterSeconds} 秒再试' },
  'request.idempotency_key_required': { status: 428, message: '缺少防重复编号，请更新后再试' },
  'request.idempotency_key_invalid': { status: 422, message: '防重复编号不对，请刷新后再试' },
  'request.idempotency_mismatch': { status: 422, message: '上一次可能已经收到了，先看一眼有没有，没有再点一次' },
  'request.idempotency_in_flight': { status: 409, message: '正在办，请等 {retryAfterSeconds} 秒' },
  'request.busy': { status: 503, message: '现在人多，请过 {retryAfterSeconds} 秒再试' },
  internal: { status: 500, message: '系统出了点问题，我们已经记下了，请过一会儿再试' },
} as const satisfies Catalogue<CommonErrors>
