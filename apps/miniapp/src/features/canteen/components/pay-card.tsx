import type { ReactNode } from 'react'
import type { QuoteView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Radio } from '@/shared/ui/radio'
import { Tile } from '@/shared/ui/tile'
import { CANTEEN_TEXT } from '../text'

const TEXT = CANTEEN_TEXT.checkout

/** 怎么付: the wallet, and whether it is enough. */
export function PayCard({ quote }: { quote: QuoteView | undefined }): ReactNode {
  const short = quote ? quote.payFen - quote.balanceFen : 0
  return (
    <Card title={TEXT.pay} flush>
      <Cell
        tile={<Tile tint="people" icon="wallet-4-line" size="s" />}
        title={TEXT.wallet}
        text={quote ? TEXT.balance(yuan(quote.balanceFen)) : ''}
        end={<Radio on />}
      />
      {short > 0 ? (
        <Cell
          tile={<Tile tint="canteen" icon="alert-line" size="s" />}
          title={TEXT.short(yuan(short))}
          text={TEXT.shortHelp}
        />
      ) : null}
    </Card>
  )
}
