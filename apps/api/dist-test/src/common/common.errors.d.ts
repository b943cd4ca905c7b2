/** Refusals that any route may give. */
export declare const COMMON_ERRORS: {
  readonly 'request.invalid': {
    readonly status: 422
    readonly message: '有几处没填对，请看看标出来的地方'
  }
  readonly 'request.not_json': {
    readonly status: 422
    readonly message: '没看懂发来的内容，请再试一次'
  }
  readonly 'request.unsupported_type': {
    readonly status: 415
    readonly message: '只收 JSON 格式的内容'
  }
  readonly 'request.too_large': {
    readonly status: 413
    readonly message: '内容太多了，请减少一些再发'
  }
  readonly 'request.not_found': {
    readonly status: 404
    readonly message: '没有这个地方'
  }
  readonly 'request.too_many': {
    readonly status: 429
    readonly message: '点得太快了，请过 {retryAfterSeconds} 秒再试'
  }
  readonly 'request.idempotency_key_required': {
    readonly status: 428
    readonly message: '缺少防重复编号，请更新后再试'
  }
  readonly 'request.idempotency_key_invalid': {
    readonly status: 422
    readonly message: '防重复编号不对，请刷新后再试'
  }
  readonly 'request.idempotency_mismatch': {
    readonly status: 422
    readonly message: '同一张单子的内容变了，请重新提交'
  }
  readonly 'request.idempotency_in_flight': {
    readonly status: 409
    readonly message: '正在办，请等 {retryAfterSeconds} 秒'
  }
  readonly 'request.busy': {
    readonly status: 503
    readonly message: '现在人多，请过 {retryAfterSeconds} 秒再试'
  }
  readonly internal: {
    readonly status: 500
    readonly message: '系统出了点问题，我们已经记下了，请过一会儿再试'
  }
}
