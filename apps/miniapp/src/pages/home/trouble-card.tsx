import type { ReactNode } from 'react'
import type { ApiError } from '@/shared/http/api-error'
import { UI_TEXT } from '@/shared/ui/text'
import { RetryCard } from './retry-card'
import { HOME_TEXT } from './text'

/** A part of the home page that could not be fetched, with the number to quote on the telephone. */
export function TroubleCard({ error, onRetry }: { error: ApiError; onRetry: () => void }): ReactNode {
  const text = error.requestId ? `${error.detail}。${UI_TEXT.quote(error.requestId)}` : error.detail
  return <RetryCard icon="alert-line" title={HOME_TEXT.trouble} text={text} onRetry={onRetry} />
}
