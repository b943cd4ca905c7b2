import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { HOME_TEXT } from './text'

interface RetryCardProps {
  icon: IconName
  title: string
  text: string
  onRetry: () => void
}

/** A part of the home page that is not there: one row, so that the rest of the page stays in reach. */
export function RetryCard({ icon, title, text, onRetry }: RetryCardProps): ReactNode {
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="people" icon={icon} />}
        title={title}
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
