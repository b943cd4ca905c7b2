import type { ReactNode } from 'react'
import { clockText } from '@wanli/kernel/shanghai-time'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import type { LastNumber } from './model/last-number.store'
import { HOME_TEXT } from './text'

/** No network: the last number we knew, and since when. */
export function OfflineCard({ kept, onRetry }: { kept: LastNumber | null; onRetry: () => void }): ReactNode {
  const text = kept
    ? HOME_TEXT.offlineNumber(kept.pickupNumber, clockText(new Date(kept.savedAt)))
    : HOME_TEXT.offlinePlain
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="people" icon="wifi-off-line" />}
        title={HOME_TEXT.offline}
        text={text}
        end={
          <Button kind="soft" size="s" onTap={onRetry}>
            {HOME_TEXT.retry}
          </Button>
        }
      />
    </Card>
  )
}
