import type { ErrorCode } from '@wanli/contracts/errors'
/** Every refusal of the API: the modules' tables in one record, checked complete by the compiler. */
export declare const ERROR_CATALOGUE: {
  readonly 'canteen.not_found': {
    readonly status: 404
    readonly message: '没有这家食堂'
  }
  readonly 'canteen.sitting_not_found': {
    readonly status: 404
    readonly message: '没有这一餐'
  }
  readonly 'canteen.sitting_not_open': {
    readonly status: 409
    readonly message: '这一餐 {opensAt} 开始订'
  }
  readonly 'canteen.cut_off_passed': {
    readonly status: 409
    readonly message: '这一餐 {cutOffAt} 已经截单，看看下一餐'
  }
  readonly 'canteen.offer_not_found': {
    readonly status: 422
    readonly message: '有一样菜不在这一餐里，请重新选'
  }
  readonly 'canteen.duplicate_line': {
    readonly status: 422
    readonly message: '「{dishName}」写了两行，请合成一行'
  }
  readonly 'canteen.no_half_portion': {
    readonly status: 422
    readonly message: '「{dishName}」没有小份'
  }
  readonly 'canteen.sold_out': {
    readonly status: 409
    readonly message: '「{dishName}」只剩 {left} 份了'
  }
  readonly 'canteen.slot_required': {
    readonly status: 422
    readonly message: '请选一个取餐时间'
  }
  readonly 'canteen.slot_not_found': {
    readonly status: 422
    readonly message: '没有这个取餐时间，请重新选'
  }
  readonly 'canteen.slot_full': {
    readonly status: 409
    readonly message: '{slot} 已经满了，请换个时间'
  }
  readonly 'canteen.price_changed': {
    readonly status: 409
    readonly message: '价钱变了：刚才是 ¥{was}，现在是 ¥{now}，请再看一眼'
  }
  readonly 'canteen.order_not_found': {
    readonly status: 404
    readonly message: '没有这张订单'
  }
  readonly 'canteen.state_changed': {
    readonly status: 409
    readonly message: '订单刚刚变了，请刷新看看'
  }
  readonly 'canteen.cancel_too_late': {
    readonly status: 409
    readonly message: '{until} 以后厨房就备菜了，现在退不了'
  }
  readonly 'canteen.pickup_not_found': {
    readonly status: 404
    readonly message: '没有找到这个号，请看看是不是别家食堂的'
  }
  readonly 'canteen.pickup_ambiguous': {
    readonly status: 409
    readonly message: '这个号有 {count} 单，请选是哪一餐'
  }
  readonly 'canteen.pickup_too_early': {
    readonly status: 409
    readonly message: '这是{day}{meal}，{from} 开始取，确定现在就交吗'
  }
  readonly 'canteen.already_handed_over': {
    readonly status: 409
    readonly message: '{at} 已经由{by}交出去了'
  }
  readonly 'canteen.order_cancelled': {
    readonly status: 409
    readonly message: '这一单 {at} 已经退掉了'
  }
  readonly 'notices.not_found': {
    readonly status: 404
    readonly message: '没有这条消息'
  }
  readonly 'wallet.insufficient': {
    readonly status: 409
    readonly message: '钱包里还有 ¥{balance}，这次要 ¥{needed}，不够付'
  }
  readonly 'auth.required': {
    readonly status: 401
    readonly message: '请先登录'
  }
  readonly 'auth.expired': {
    readonly status: 401
    readonly message: '登录过期了，请重新登录'
  }
  readonly 'auth.invalid': {
    readonly status: 401
    readonly message: '登录信息不对，请重新登录'
  }
  readonly 'auth.refresh_invalid': {
    readonly status: 401
    readonly message: '登录过期了，请重新登录'
  }
  readonly 'auth.refresh_reused': {
    readonly status: 401
    readonly message: '这个登录在别处用过，为了安全已经退出，请重新登录'
  }
  readonly 'auth.forbidden': {
    readonly status: 403
    readonly message: '你没有办这件事的权限'
  }
  readonly 'auth.wechat_refused': {
    readonly status: 401
    readonly message: '微信登录没有成功，请再试一次'
  }
  readonly 'auth.wechat_unreachable': {
    readonly status: 503
    readonly message: '暂时连不上微信，请过一会儿再试'
  }
  readonly 'auth.persona_unknown': {
    readonly status: 404
    readonly message: '没有这个演示身份'
  }
  readonly 'people.session_not_found': {
    readonly status: 404
    readonly message: '没有这个登录'
  }
  readonly 'people.name_not_allowed': {
    readonly status: 422
    readonly message: '名字里不能有表情符号，生僻字可以'
  }
  readonly 'people.no_mandate': {
    readonly status: 403
    readonly message: '他还没有同意你代办这件事'
  }
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
/** The Chinese sentence of a code with its params filled in. */
export declare function sentenceOf(code: ErrorCode, params: Record<string, string | number | boolean>): string
