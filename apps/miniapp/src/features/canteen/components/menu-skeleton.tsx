import type { ReactNode } from 'react'
import { Skeleton, SkeletonRows } from '@/shared/ui/skeleton'

/** The menu while it is on its way: strip, eater, six dishes. */
export function MenuSkeleton(): ReactNode {
  return (
    <>
      <Skeleton height={108} radius={16} />
      <Skeleton height={64} radius={16} />
      <SkeletonRows count={6} height={108} />
    </>
  )
}
