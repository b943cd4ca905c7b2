/** Refusals of sign-in, profile and mandates. */
export declare const PEOPLE_ERRORS: {
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
}
