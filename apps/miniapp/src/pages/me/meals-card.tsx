import type { ReactNode } from 'react'
import { go } from '@/shared/navigation'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { ME_TEXT } from './text'

/** What the canteen is to know of me: when it brings something, where, and what I do not eat. */
export function MealsCard(): ReactNode {
  return (
    <Card flush>
      <Cell
        icon="scooter-line"
        title={ME_TEXT.standing}
        plain
        onTap={() => go('/features/delivery/pages/standing/index')}
      />
      <Cell
        icon="location-line"
        title={ME_TEXT.addresses}
        plain
        onTap={() => go('/features/delivery/pages/addresses/index')}
      />
      <Cell
        icon="fork-spoon-line"
        title={ME_TEXT.diet}
        text={ME_TEXT.dietText}
        plain
        onTap={() => go('/features/delivery/pages/diet/index')}
      />
    </Card>
  )
}
