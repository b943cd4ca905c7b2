import type { Pocket } from '@wanli/contracts/wallet'

/** Words of the wallet. */
export const WALLET_TEXT = {
  title: '钱包',
  balance: '余额',
  pockets: { own: '自己的钱', gift: '送的钱' } as const satisfies Record<Pocket, string>,
  pocketLine: (pocket: string, amount: string) => `${pocket} ¥${amount}`,
  after: (amount: string) => `余 ${amount}`,
  fromGift: '用送的钱',
  emptyTitle: '还没有进出',
  emptyText: '订一份餐，这里就有第一笔',
  emptyAction: '去订餐',
} as const
