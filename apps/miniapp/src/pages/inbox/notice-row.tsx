import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NoticeView } from '@wanli/contracts/notices'
import { clockText } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { unbroken } from '@/shared/text/unbroken'
import { aria } from '@/shared/ui/aria'
import { Cell } from '@/shared/ui/cell'
import { useReadNotice } from './api/read-notice'
import { doorOf } from './model/open-notice'
import css from './notice-row.module.scss'
import { NoticeTile } from './notice-tile'
import { INBOX_TEXT } from './text'

/** One notice. A tap marks it read and opens what it is about. */
export function NoticeRow({ notice }: { notice: NoticeView }): ReactNode {
  const read = useReadNotice()
  const door = doorOf(notice)
  const open = (): void => {
    if (!notice.read) read.mutate(notice.id)
    if (door) go(door.page, door.params)
  }
  const tile = (
    <View className={css.tile}>
      <NoticeTile kind={notice.kind} />
      {notice.read ? null : <View className={css.dot} {...aria({ role: 'img', label: INBOX_TEXT.unread })} />}
    </View>
  )
  const title = (
    <View className={css.title}>
      {unbroken(notice.title)}
      <View className={css.time}>{clockText(new Date(notice.createdAt))}</View>
    </View>
  )
  return (
    <Cell tile={tile} title={title} text={unbroken(notice.body)} bare onTap={door || !notice.read ? open : undefined} />
  )
}
