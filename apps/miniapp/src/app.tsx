import { focusManager, onlineManager, QueryClientProvider } from '@tanstack/react-query'
import Taro, { useDidHide, useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { lookAhead } from '@/shared/api/canteens'
import { queryClient } from '@/shared/http/query-client'
import { useDayTurn } from '@/shared/live/use-day-turn'
import { useLive } from '@/shared/live/use-live'
import { watchLostPages } from '@/shared/lost-pages'
import '@/shared/ui/aria-names'
import './app.scss'

function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => onlineManager.setOnline(isConnected))
}

// Before the first page, which may be the one that is not there.
watchLostPages()

/** The app around its pages: the cache of server state, told when the app is looked at, when the network comes and goes, what changed elsewhere, and when a day ends. */
export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    watchNetwork()
    lookAhead()
  })
  useDidShow(() => focusManager.setFocused(true))
  useDidHide(() => focusManager.setFocused(false))
  useLive()
  useDayTurn()
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
