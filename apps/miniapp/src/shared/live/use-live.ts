import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { queryClient } from '@/shared/http/query-client'
import { useSession } from '@/shared/http/session'
import { listen } from './listen'
import { staleKeys } from './topics'

/** Keeps what is on the screen true: whatever changes for the signed-in person is asked for again. Used once, at the root of the app. */
export function useLive(): void {
  const { person } = useSession()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const personId = person?.id
  useEffect(() => {
    if (personId === undefined || !shown) return undefined
    return listen((events) => {
      for (const queryKey of staleKeys(events.map(({ topic }) => topic))) {
        void queryClient.invalidateQueries({ queryKey })
      }
    })
  }, [personId, shown])
}
