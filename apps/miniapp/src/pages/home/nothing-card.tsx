import type { ReactNode } from 'react'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { HOME_TEXT } from './text'

/** Nothing to do: said kindly, so that the place is not empty. */
export function NothingCard(): ReactNode {
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="places" picture="deciduous-tree" size="l" />}
        title={HOME_TEXT.nothing}
        text={HOME_TEXT.nothingText}
      />
    </Card>
  )
}
