import type { ReactNode } from 'react'
import { go } from './navigation'
import { DESK } from './text/role-words'
import { Card } from './ui/card'
import { Cell } from './ui/cell'
import { Tile } from './ui/tile'

/** The door of the workbench, for who works `where`. */
export function DeskCard({ where, large = false }: { where: string; large?: boolean }): ReactNode {
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="canteen" icon="store-line" {...(large ? { size: 'l' } : {})} />}
        title={DESK}
        text={where}
        onTap={() => go('/features/workbench/pages/desk/index')}
      />
    </Card>
  )
}
