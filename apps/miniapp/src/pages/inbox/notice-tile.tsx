import type { ReactNode } from 'react'
import type { NoticeKind } from '@wanli/contracts/notices'
import { Tile } from '@/shared/ui/tile'

const TILES = {
  order_placed: <Tile tint="canteen" picture="steaming-bowl" />,
  order_handed_over: <Tile tint="canteen" icon="check-circle-line" />,
  order_cancelled: <Tile tint="canteen" icon="back-line" />,
  order_refunded: <Tile tint="places" icon="wallet-4-line" />,
  order_expired: <Tile tint="canteen" icon="time-line" />,
  order_ready: <Tile tint="canteen" picture="steaming-bowl" />,
  order_out: <Tile tint="canteen" icon="scooter-line" />,
  order_delivered: <Tile tint="canteen" icon="check-circle-line" />,
  meal_offered: <Tile tint="canteen" picture="steaming-bowl" />,
  menu_changed: <Tile tint="canteen" icon="bowl-2-line" />,
  run_free: <Tile tint="canteen" icon="scooter-line" />,
  no_answer: <Tile tint="care" icon="alert-line" />,
  mandate_offered: <Tile tint="care" picture="handshake" />,
  mandate_accepted: <Tile tint="care" picture="handshake" />,
  mandate_ended: <Tile tint="care" icon="close-circle-line" />,
  money_added: <Tile tint="places" icon="wallet-4-line" />,
  money_paid_out: <Tile tint="places" icon="transfer-line" />,
  data_viewed: <Tile tint="people" icon="eye-2-line" />,
  account: <Tile tint="people" icon="shield-line" />,
} as const satisfies Record<NoticeKind, ReactNode>

/** What a notice is about, as the square its module is known by. */
export function NoticeTile({ kind }: { kind: NoticeKind }): ReactNode {
  return TILES[kind]
}
