/** As much of a request's number as one can say on the telephone; the log is found by it. */
const QUOTED = 8

/** Words of the components themselves. */
export const UI_TEXT = {
  back: '返回',
  close: '关上',
  retry: '再试一次',
  loading: '正在加载',
  quote: (id: string) => `打电话时报这个号：${id.slice(0, QUOTED)}`,
  errorTitle: '这里没打开',
  networkTitle: '网络不通',
  networkText: '看看网，再试一次',
  more: (label: string) => `${label}，多一份`,
  fewer: (label: string) => `${label}，少一份`,
  count: (label: string, value: number) => `${label}，${value} 份`,
  yuan: '元',
  plus: '进 ',
  minus: '出 ',
  was: (amount: string) => `原价 ${amount} 元`,
  call: '打电话',
  done: '好了',
  now: '正在',
  next: '还没到',
  step: (label: string, state: string) => `${label}，${state}`,
  unread: '有没看的消息',
  tabs: '主菜单',
  signInFirst: '登录后就看得到',
  signIn: '去登录',
  loadMore: '再看早些的',
  progress: '进度',
} as const
