import type { ReactNode } from 'react'
import { SERVICE_STATION } from '@/shared/contact'
import { phoneCall } from '@/shared/phone-call'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Tile } from '@/shared/ui/tile'
import { HOME_TEXT } from './text'

/** A person at the other end of the line, for those who would rather talk. */
export function HelpCard(): ReactNode {
  return (
    <Card flush>
      <Cell
        tile={<Tile tint="places" icon="phone-line" />}
        title={HOME_TEXT.phone}
        text={SERVICE_STATION.number}
        end={
          <Button kind="soft" size="s" onTap={() => phoneCall(SERVICE_STATION.number)}>
            {HOME_TEXT.call}
          </Button>
        }
      />
    </Card>
  )
}
