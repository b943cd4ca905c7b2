import type { ReactNode } from 'react'
import { requireSession } from '@/shared/http/session'
import { EmptyState } from '@/shared/ui/empty-state'
import { CANTEEN_TEXT } from '../text'

/** Stands in for a page that needs to know who is asking; what was picked before stays. */
export function SignInFirst(): ReactNode {
  const { title, text, action } = CANTEEN_TEXT.signIn
  return <EmptyState title={title} text={text} action={{ label: action, onTap: () => void requireSession() }} />
}
