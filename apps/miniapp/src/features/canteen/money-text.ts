/** Words of where money goes back to, and of the questions asked before it moves. */
export const MONEY_TEXT = {
  me: '你',
  wallet: (whose: string) => `${whose}的钱包`,
  wechat: (whose: string) => `${whose}的微信`,
  backSoon: (yuan: string, purse: string) => `¥${yuan} 退回${purse}，一般几分钟到`,
  backNow: (yuan: string, purse: string) => `¥${yuan} 马上退回${purse}`,
  backDone: (yuan: string, purse: string) => `¥${yuan} 已退回${purse}`,
  subsidyToo: '，补贴也还回来',
  offerTitle: '转让这份饭？',
  offerBody: (back: string) => `有人接走才退钱，${back}。接走前还是你的，随时能收回。`,
  offerBack: (yuan: string, purse: string) => `¥${yuan} 退回${purse}`,
  offerYes: '转让',
  offerNo: '自己吃',
} as const
