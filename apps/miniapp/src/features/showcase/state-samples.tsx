import type { ReactNode } from 'react'
import { ApiError } from '@/shared/http/api-error'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { ErrorState } from '@/shared/ui/error-state'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { SHOWCASE_TEXT as T } from './text'

const nothing = (): void => undefined
const error = new ApiError({ code: 'internal', detail: T.errorDetail, params: {}, requestId: 'a1b2c3', status: 500 })

/** What a list shows before, without, and instead of its rows. */
export function StateSamples(): ReactNode {
  return (
    <>
      <SkeletonRows count={2} height={80} />
      <Card>
        <EmptyState title={T.emptyTitle} text={T.emptyText} action={{ label: T.emptyAction, onTap: nothing }} />
      </Card>
      <Card>
        <ErrorState error={error} onRetry={nothing} />
      </Card>
    </>
  )
}
