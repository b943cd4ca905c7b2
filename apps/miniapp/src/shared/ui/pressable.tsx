import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { aria, keyboard, type AriaFacts } from './aria'
import { classList } from './class-list'

interface PressableProps {
  /** Names the element, for whoever moves the focus to it. */
  id?: string
  onTap: () => void
  children?: ReactNode
  className?: string
  style?: CSSProperties
  /** Spoken instead of the content; needed where the content is only a picture. */
  label?: string
  role?: 'button' | 'link' | 'radio' | 'switch' | 'tab' | 'checkbox'
  facts?: Omit<AriaFacts, 'role' | 'label' | 'disabled'>
  disabled?: boolean
  /** Tab goes past it: the chosen one of its group is the way in, the arrows reach the others. */
  skipped?: boolean
}

/** The base of everything that is tapped: a View with a role, reachable by keyboard, that gives way a little under the finger. */
export function Pressable(props: PressableProps): ReactNode {
  const { onTap, disabled = false, role = 'button' } = props
  const tap = (event: { stopPropagation: () => void }): void => {
    event.stopPropagation()
    if (!disabled) onTap()
  }
  return (
    <View
      {...(props.id === undefined ? {} : { id: props.id })}
      className={classList('pressable', props.className)}
      style={props.style}
      hoverClass={disabled ? 'none' : 'pressed'}
      hoverStopPropagation
      onClick={tap}
      {...aria({ role, label: props.label, ...(disabled ? { disabled } : {}), ...props.facts })}
      {...keyboard(onTap, { disabled, among: role === 'radio' || role === 'tab', skipped: props.skipped === true })}
    >
      {props.children}
    </View>
  )
}
