import type { ReactNode } from 'react'
import { back } from '@/shared/navigation'
import { EmptyState } from '@/shared/ui/empty-state'
import { TEXT } from '../text'

/** What was to be changed is not there any more: removed on another phone, or ended. */
export function Gone(): ReactNode {
  return <EmptyState title={TEXT.goneTitle} text={TEXT.goneText} action={{ label: TEXT.goneAction, onTap: back }} />
}
