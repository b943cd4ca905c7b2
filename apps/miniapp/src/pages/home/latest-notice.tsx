import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { openTab } from '@/shared/navigation'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { latestNoticesQuery } from './api/get-latest-notices'

/** The latest notice nobody has read yet. Nothing when all are read, or when it cannot be known: the inbox says why. */
export function LatestNotice(): ReactNode {
  const { data } = useQuery(latestNoticesQuery)
  const notice = data?.find((found) => !found.read)
  if (!notice) return null
  return (
    <NoticeBar tone="info" icon="announcement-line" onTap={() => openTab('/pages/inbox/index')}>
      {notice.title}
    </NoticeBar>
  )
}
