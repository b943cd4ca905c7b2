import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Taro's elements take focus only once they have drawn themselves, a frame after React has; in ms. */
export const DRAWN_MS = 50

/** Moves the focus of H5 to an element, once it is drawn. Nothing on weapp, where the system has no keyboard focus. */
export function focusSoon(id: string): void {
  if (process.env.TARO_ENV === 'h5') setTimeout(() => document.getElementById(id)?.focus(), DRAWN_MS)
}

/** Gives who goes by keyboard on H5 their place back when they return to a page: where they were when another came on top of it. */
export function useKeptFocus(): void {
  const place = useRef<HTMLElement | null>(null)
  useDidHide(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const { activeElement } = document
    place.current =
      activeElement instanceof HTMLElement && activeElement.matches(':focus-visible') ? activeElement : null
  })
  useDidShow(() => {
    const { current } = place
    place.current = null
    if (current?.isConnected) setTimeout(() => current.focus({ preventScroll: true }), DRAWN_MS)
  })
}
