import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** The time now, read again every `everySeconds` seconds while the page is in view, and at once when it comes back. */
export function useNow(everySeconds: number): Date {
  const [now, setNow] = useState(() => new Date())
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
    setNow(new Date())
  })
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(() => setNow(new Date()), everySeconds * 1000)
    return () => clearInterval(timer)
  }, [everySeconds, shown])
  return now
}
