import Taro from '@tarojs/taro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callAgain } from '@/shared/http/call'
import { useSession } from '@/shared/http/session'

const INBOX_TAB = 2

/** `GET /notices/unread`: how many notices of the caller are not read yet. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: () => callAgain('GET /notices/unread'),
})

/** Unread notices of the signed-in person; 0 when nobody is, or when it is not known. */
export function useUnreadCount(): number {
  const { state } = useSession()
  const query = useQuery({ ...unreadQuery, enabled: state === 'signed_in' })
  return state === 'signed_in' ? (query.data?.count ?? 0) : 0
}

/** Keeps the red dot on WeChat's own tab bar true while a tab page is in view. H5 draws its own. */
export function useUnreadDot(shown: boolean): void {
  const unread = useUnreadCount()
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || !shown) return
    const dot = { index: INBOX_TAB }
    const change = unread > 0 ? Taro.showTabBarRedDot(dot) : Taro.hideTabBarRedDot(dot)
    // Refused while the page is changing; the next tab page sets it again.
    change.catch(() => undefined)
  }, [unread, shown])
}
