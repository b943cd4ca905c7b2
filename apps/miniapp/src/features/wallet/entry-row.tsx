import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PostingKind, WalletEntryView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { facts } from '@/shared/text/facts'
import { Cell } from '@/shared/ui/cell'
import { Money } from '@/shared/ui/money'
import { Tile } from '@/shared/ui/tile'
import css from './entry-row.module.scss'
import { ENTRY_TEXT, WALLET_TEXT } from './text'

const TILES = {
  order_payment: <Tile tint="canteen" picture="steaming-bowl" />,
  order_refund: <Tile tint="places" icon="refresh-1-line" />,
  demo_grant: <Tile tint="places" icon="gift-line" />,
  gift: <Tile tint="places" icon="gift-line" />,
  top_up_wechat: <Tile tint="places" icon="wechat-line" />,
  top_up_cash: <Tile tint="places" icon="wallet-4-line" />,
  payout: <Tile tint="people" icon="back-line" />,
  payout_returned: <Tile tint="places" icon="refresh-1-line" />,
  wechat_receipt: <Tile tint="places" icon="wechat-line" />,
  wechat_refund: <Tile tint="places" icon="refresh-1-line" />,
  reversal: <Tile tint="people" icon="transfer-line" />,
  cash_difference: <Tile tint="people" icon="transfer-line" />,
} as const satisfies Record<PostingKind, ReactNode>

/** One line of the statement: what for, when, how much, and what was left. Opens the order it belongs to. */
export function EntryRow({ entry }: { entry: WalletEntryView }): ReactNode {
  const { orderId } = entry
  const clock = clockText(new Date(entry.createdAt))
  const end = (
    <View className={css.end}>
      <Money fen={entry.amountFen} size="s" signed />
      <View className={css.after}>{WALLET_TEXT.after(yuan(entry.balanceAfterFen))}</View>
    </View>
  )
  return (
    <Cell
      tile={TILES[entry.kind]}
      title={entry.memo === '' ? ENTRY_TEXT[entry.kind] : entry.memo}
      text={facts(clock, entry.pocket === 'gift' ? WALLET_TEXT.fromGift : '')}
      end={end}
      onTap={orderId ? () => go('/features/canteen/pages/order/index', { id: orderId }) : undefined}
    />
  )
}
