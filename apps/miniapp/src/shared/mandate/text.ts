/** Words of a mandate's terms. */
export const TERMS_TEXT = {
  scopes: '能办什么',
  cap: '每天最多花',
  noCap: '不限',
  capOf: (amount: string) => `¥${amount}`,
  payer: '谁付钱',
  payers: {
    me: { title: '我付', text: '从我的钱包扣' },
    other: { title: '对方付', text: '从对方的钱包扣' },
    agent: { title: '替办的人付', text: '从替办人的钱包扣' },
    principal: { title: '本人付', text: '从本人的钱包扣' },
  },
  until: '到什么时候',
  lengths: { 30: '一个月', 180: '半年', 365: '一年' } as const,
  always: '一直有效',
  kept: (day: string) => `到 ${day}`,
  needScope: '至少选一样',
} as const
