import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { queryClient } from '@/shared/http/query-client'
import { useSession } from '@/shared/http/session'
import { atMostOncePer } from './at-most-once-per'
import { listen } from './listen'
import { staleKeys } from './topics'

/** Whatever changes oftener is asked for again this often: the server looks every 300 ms, so that news is on the screen within a second. */
const ONCE_PER_MS = 500

/** Keeps what is on the screen true: whatever changes for the signed-in person is asked for again. Used once, at the root of the app. */
export function useLive(): void {
  const { person } = useSession()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const personId = person?.id
  useEffect(() => {
    if (personId === undefined || !shown) return undefined
    // Names are keys as JSON. At noon a canteen's board changes many times a second.
    const stale = atMostOncePer(ONCE_PER_MS, (name) => {
      void queryClient.invalidateQueries({ queryKey: JSON.parse(name) as string[] })
    })
    const stop = listen((events) => {
      for (const queryKey of staleKeys(events.map(({ topic }) => topic))) stale.call(JSON.stringify(queryKey))
    })
    return () => {
      stop()
      stale.stop()
    }
  }, [personId, shown])
}
