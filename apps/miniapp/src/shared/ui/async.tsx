import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { queryClient } from '@/shared/http/query-client'
import { ErrorState } from './error-state'

interface AsyncProps<T> {
  query: UseQueryResult<T>
  /** In the shape of the content. */
  skeleton: ReactNode
  isEmpty?: (data: T) => boolean
  empty?: ReactNode
  children: (data: T) => ReactNode
}

/** Asks again for everything on the screen that failed: what is drawn first need not be all that is missing. */
export const retryFailed = (): void => {
  void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
}

/** Data on a screen has four faces: on its way, refused, empty, there. Data once shown stays when a refresh fails. */
export function Async<T>({ query, skeleton, isEmpty, empty, children }: AsyncProps<T>): ReactNode {
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data)
  if (query.isError) return <ErrorState error={asApiError(query.error)} onRetry={retryFailed} />
  return skeleton
}
