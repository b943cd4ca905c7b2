import type { ReactNode } from 'react'
import { classList } from '@/shared/ui/class-list'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import css from './toggle-chip.module.scss'

/** One of several short choices of which any number may be on. */
export function ToggleChip({
  on,
  onTap,
  children,
}: {
  on: boolean
  onTap: () => void
  children: ReactNode
}): ReactNode {
  return (
    <Pressable className={classList(css.chip, on && css.on)} role="checkbox" facts={{ checked: on }} onTap={onTap}>
      {on ? <Icon name="check-line" size="xs" /> : null}
      {children}
    </Pressable>
  )
}
