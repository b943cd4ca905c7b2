import type { ReactNode } from 'react'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import css from './more-link.module.scss'

/** The quiet words at the right of a card's title that lead further. */
export function MoreLink({ label, onTap }: { label: string; onTap: () => void }): ReactNode {
  return (
    <Pressable className={css.more} onTap={onTap}>
      {label}
      <Icon name="right-line" size="s" />
    </Pressable>
  )
}
