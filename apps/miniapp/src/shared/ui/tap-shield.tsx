import { View } from '@tarojs/components'
import { useSyncExternalStore, type ReactNode } from 'react'
import { onTapRest, tapsRest } from '@/shared/tap-rest'
import { aria } from './aria'
import css from './tap-shield.module.scss'

const catchTap = (event: { stopPropagation: () => void }): void => event.stopPropagation()

/** While taps rest: nothing to be seen, over everything that might be tapped. */
export function TapShield(): ReactNode {
  const rests = useSyncExternalStore(onTapRest, tapsRest, tapsRest)
  if (!rests) return null
  return <View className={css.shield} catchMove onClick={catchTap} {...aria({ hidden: true })} />
}
