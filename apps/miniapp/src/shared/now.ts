import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useReducer, useState } from 'react'
import { onServerTime, serverNow } from './http/server-clock'

/**
 * The time now by the server's clock, as of each drawing. Draws again every `everySeconds` seconds while the page is in view, at once when
 * it comes back, and when this device's clock turns out to be wrong.
 */
export function useNow(everySeconds: number): Date {
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0)
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
    draw()
  })
  useDidHide(() => setShown(false))
  useEffect(() => onServerTime(draw), [])
  useEffect(() => {
    if (!shown) return undefined
    const timer = setInterval(draw, everySeconds * 1000)
    return () => clearInterval(timer)
  }, [everySeconds, shown])
  return serverNow()
}
