import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { deskWords } from './model/person-words'
import { ME_TEXT } from './text'

/** The door of the workbench, for those who work here. */
export function DeskCard({ person }: { person: PersonView }): ReactNode {
  const where = deskWords(person)
  if (where === null) return null
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="canteen" icon="store-line" />}
        title={ME_TEXT.desk}
        text={where}
        onTap={() => go('/features/workbench/pages/desk/index')}
      />
    </Card>
  )
}
