import type { OrderStatus, ServiceMode } from '@wanli/contracts/canteen'

/** Words of bringing a meal home, and of the questions a checkout asks. */
export const DELIVERY_TEXT = {
  where: '送到哪',
  add: '加一个地址',
  none: '还没有留过地址',
  choose: '选送到哪里',
  byServing: (span: string) => `${span} 之间送到`,
  home: '送到家',
  there: '去食堂吃',
  homeTo: (door: string) => `送到 ${door}`,
  comes: (when: string) => `${when} 起送来`,
  clashTitle: (who: string) => `菜里有${who}不吃的`,
  clashYes: '让厨房不放',
  clashNo: '换一样',
  again: '已经订过了',
  againText: (by: string, number: string) => `${by}已经订过这一餐，号是 ${number}。一般订一份就够了。`,
  againKnown: (by: string, how: string, when: string, number: string) =>
    `${by}已经订过这一餐：${how}，${when}，${number}。一般订一份就够了。`,
  againYes: '再订一份',
  againNo: '先不订',
  againSee: '看看那份',
  self: '你',
  counter: '到窗口付',
  counterText: (minutes: number) => `饭先给你留 ${minutes} 分钟，到窗口付现金`,
  counterFirst: (until: string) => `${until} 前到窗口付钱`,
  counterFirstSoon: '先到窗口付钱',
  counterSay: (number: string) => `报号 ${number}，付好就订上了`,
  kept: (from: string, all: string) => `有几样给老人留着，${from} 起放开一些，${all} 起谁都能订`,
  keptAll: (all: string) => `有几样给老人留着，${all} 起谁都能订`,
  title: '送餐',
  to: '送到',
  courier: (name: string) => `${name}送`,
  outAt: (time: string) => `${time} 出发`,
  expected: (span: string) => `${span} 之间送到，家里留个人`,
  received: (time: string, who: string) => `${time} 交给${who}`,
  enjoy: '趁热吃',
  noAnswerText: '敲门没人应，正在按次序找人。看到消息请先打个电话',
  checkText: '已经请人上门看，有消息马上告诉你',
  tried: '做了什么',
  callCanteen: '打食堂电话',
  openOrder: '看订单',
  triedAt: {
    knock: '敲门、按铃，没人应',
    wait: '等满 3 分钟',
    self: '打了本人电话',
    contact: '打了家里人电话',
    committee: '请居委上门看',
    emergency: '打了 110、120',
  },
} as const

/** What an order's number is for: nobody has to fetch what is brought. */
export const NUMBER_TEXT = {
  dine_in: '取餐号',
  pick_up: '取餐号',
  delivery: '送餐号',
} as const satisfies Record<ServiceMode, string>

/** What a meal that is brought is doing, in a headline. */
export const WAY_TEXT: Readonly<Partial<Record<OrderStatus, string>>> = {
  paid: '订好了，到点送来',
  frozen: '订好了，到点送来',
  cooking: '正在做',
  ready: '做好了，等着出发',
  out_for_delivery: '在路上',
  delivered: '送到了',
  undelivered: '没有人应门',
  welfare_check: '正在找人',
  closed: '有结果了',
}
