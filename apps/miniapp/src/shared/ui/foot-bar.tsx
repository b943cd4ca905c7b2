import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import css from './foot-bar.module.scss'
import { NoticeBar } from './notice-bar'

interface FootBarProps {
  /** Why what was asked for was not done; nothing when it was. */
  refused?: ReactNode
  /** What a tap on the refusal does. */
  onRefused?: () => void
  /** That, in words. */
  act?: string
  /** On a wide screen in the middle, no wider than two buttons want to be. */
  narrow?: boolean
  /** The page's one primary button, with what belongs to it. */
  children: ReactNode
}

/** What stands at the foot of a page, as the screen's `bottom`. Why it was refused stands right above the button, and is read aloud. */
export function FootBar({ refused, onRefused, act, narrow, children }: FootBarProps): ReactNode {
  return (
    <View className={classList(css.bar, narrow && css.narrow)}>
      {refused ? (
        <View {...aria({ role: 'alert' })}>
          <NoticeBar tone="warm" icon="alert-line" onTap={onRefused} act={act}>
            {refused}
          </NoticeBar>
        </View>
      ) : null}
      {children}
    </View>
  )
}
