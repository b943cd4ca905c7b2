/** Words for a page that cannot be opened. */
export const LOST_TEXT = {
  noPage: '没有这一页，先回首页看看',
  notLoaded: '网络不通，请再试',
} as const
