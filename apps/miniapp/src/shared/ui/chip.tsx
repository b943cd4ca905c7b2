import type { ReactNode } from 'react'
import css from './chip.module.scss'
import { classList } from './class-list'
import { Pressable } from './pressable'

interface ChipProps {
  on: boolean
  disabled?: boolean
  label?: string
  onTap: () => void
  children: ReactNode
}

/** One choice of a row of short choices. */
export function Chip({ on, disabled, label, onTap, children }: ChipProps): ReactNode {
  return (
    <Pressable
      className={classList(css.chip, on && css.on, disabled && css.off)}
      role="radio"
      facts={{ checked: on }}
      label={label}
      disabled={disabled}
      onTap={onTap}
    >
      {children}
    </Pressable>
  )
}
