import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back } from '@/shared/navigation'
import { useElderMode } from '@/shared/theme/elder-mode'
import { aria } from './aria'
import { classList } from './class-list'
import { Heading } from './heading'
import { Icon } from './icon'
import css from './nav-bar.module.scss'
import { navRoom } from './nav-room'
import { Pressable } from './pressable'
import { UI_TEXT } from './text'

interface NavBarProps {
  title: string
  kind: 'bar' | 'clear'
  back: boolean
  start?: ReactNode
  /** Gives way to the head of a workbench on a wide screen. */
  narrowOnly?: boolean
}

/** Height of the bar in the care mode: its way back is 60 px. */
const ELDER_BAR = 60

/** Our own navigation bar: the same on both targets, and it grows with the type. A clear bar has no title; the page says its own. */
export function NavBar(props: NavBarProps): ReactNode {
  const room = navRoom()
  const elder = useElderMode()
  const height = elder.on ? Math.max(room.bar, ELDER_BAR) : room.bar
  return (
    <View
      className={classList(css.nav, props.kind === 'clear' && css.clear, props.narrowOnly && css.narrowOnly)}
      style={{ paddingTop: `${room.status}px` }}
      {...aria({ role: 'banner' })}
    >
      <View className={css.bar} style={{ minHeight: `${height}px`, paddingRight: `${room.end}px` }}>
        {props.back ? (
          <Pressable className={css.back} label={UI_TEXT.back} onTap={back}>
            <Icon name="left-line" />
          </Pressable>
        ) : null}
        {props.start}
        {props.kind === 'bar' ? (
          <Heading level={1} className={classList(css.title, (props.back || Boolean(props.start)) && css.beside)}>
            {props.title}
          </Heading>
        ) : null}
      </View>
    </View>
  )
}
