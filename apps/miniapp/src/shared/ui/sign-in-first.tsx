import type { ReactNode } from 'react'
import { requireSession } from '@/shared/http/session'
import { EmptyState } from './empty-state'
import { UI_TEXT } from './text'

/** What a page that belongs to a person shows to a guest. */
export function SignInFirst({ text }: { text: string }): ReactNode {
  return (
    <EmptyState
      title={UI_TEXT.signInFirst}
      text={text}
      action={{ label: UI_TEXT.signIn, onTap: () => requireSession() }}
      picture="houses"
    />
  )
}
