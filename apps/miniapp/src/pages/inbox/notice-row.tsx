import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NoticeKind, NoticeView } from '@wanli/contracts/notices'
import { clockText } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { useReadNotice } from './api/read-notice'
import css from './notice-row.module.scss'
import { INBOX_TEXT } from './text'

const TILES = {
  order_placed: <Tile tint="canteen" picture="steaming-bowl" />,
  order_handed_over: <Tile tint="places" icon="check-circle-line" />,
  order_cancelled: <Tile tint="people" icon="back-line" />,
} as const satisfies Record<NoticeKind, ReactNode>

/** One notice. A tap marks it read and opens its order. */
export function NoticeRow({ notice }: { notice: NoticeView }): ReactNode {
  const read = useReadNotice()
  const open = (): void => {
    if (!notice.read) read.mutate(notice.id)
    if (notice.orderId) go('/features/canteen/pages/order/index', { id: notice.orderId })
  }
  const end = (
    <View className={css.end}>
      <View>{clockText(new Date(notice.createdAt))}</View>
      {notice.read ? null : <View className={css.dot} {...aria({ role: 'img', label: INBOX_TEXT.unread })} />}
    </View>
  )
  return <Cell tile={TILES[notice.kind]} title={notice.title} text={notice.body} end={end} onTap={open} />
}
