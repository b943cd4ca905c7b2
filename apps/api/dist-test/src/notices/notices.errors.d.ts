/** Refusals of the inbox. */
export declare const NOTICES_ERRORS: {
  readonly 'notices.not_found': {
    readonly status: 404
    readonly message: '没有这条消息'
  }
}
