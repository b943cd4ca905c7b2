import type { ReactNode } from 'react'
import type { ApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { UI_TEXT } from '@/shared/ui/text'
import { HOME_TEXT } from './text'

/** A part of the home page that could not be fetched: one row, so that the rest of the page stays in reach. */
export function TroubleCard({ error, onRetry }: { error: ApiError; onRetry: () => void }): ReactNode {
  const text = error.requestId ? `${error.detail}。${UI_TEXT.quote(error.requestId)}` : error.detail
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="people" icon="alert-line" />}
        title={HOME_TEXT.trouble}
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
