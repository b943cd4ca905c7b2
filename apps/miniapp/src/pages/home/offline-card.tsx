import type { ReactNode } from 'react'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { LastNumber } from './last-number.store'
import { RetryCard } from './retry-card'
import { HOME_TEXT } from './text'

/** No network: the last number we knew, and since when. */
export function OfflineCard({ kept, onRetry }: { kept: LastNumber | null; onRetry: () => void }): ReactNode {
  const title = kept ? HOME_TEXT.offlineNumber(kept.pickupNumber) : HOME_TEXT.offline
  const text = kept ? HOME_TEXT.offlineKept(clockText(new Date(kept.savedAt))) : HOME_TEXT.offlinePlain
  return <RetryCard icon="wifi-off-line" title={title} text={text} onRetry={onRetry} />
}
