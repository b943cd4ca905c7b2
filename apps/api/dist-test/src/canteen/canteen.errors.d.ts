/** Refusals of the canteen. */
export declare const CANTEEN_ERRORS: {
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
}
