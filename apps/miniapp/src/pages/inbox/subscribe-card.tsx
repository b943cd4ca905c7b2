import type { ReactNode } from 'react'

/** Messages outside the app come from WeChat only: a browser has nothing to ask for. */
export function SubscribeCard(): ReactNode {
  return null
}
