import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { ClaimRow } from '@wanli/contracts/manage'
import { yuan } from '@wanli/kernel/money'
import { monthDayText } from '@wanli/kernel/shanghai-time'
import { facts } from '@/shared/text/facts'
import { MEAL_TEXT } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { claimOrdersQuery, claimQuery, type DaySpan } from '../api/manage'
import { MANAGE_TEXT as TEXT } from '../manage-text'
import { claimTable, isOneScheme } from '../model/claim'
import css from './claim-card.module.scss'

/** What the street owes, meal by meal; each fen leads to its orders. No names. */
export function ClaimCard({ span }: { span: DaySpan }): ReactNode {
  const query = useQuery(claimQuery(span))
  const [row, setRow] = useState<ClaimRow | null>(null)
  const copy = async (rows: readonly ClaimRow[]): Promise<void> => {
    await Taro.setClipboardData({ data: claimTable(rows) })
    toast(TEXT.claimCopied)
  }
  return (
    <Card
      title={TEXT.claim}
      extra={query.data && query.data.fen > 0 ? <View>{`¥${yuan(query.data.fen)}`}</View> : null}
    >
      <Async
        query={query}
        skeleton={<SkeletonRows count={2} height={56} />}
        isEmpty={(data) => data.rows.length === 0}
        empty={<View className={css.quiet}>{TEXT.claimNone}</View>}
      >
        {(data) => (
          <View className={css.body}>
            {data.rows.map((one) => (
              <Cell
                key={`${one.day} ${one.meal} ${one.scheme}`}
                plain
                title={`${monthDayText(one.day)} ${MEAL_TEXT[one.meal]}`}
                text={facts(TEXT.claimText(one.count, one.handedOver), isOneScheme(data.rows) ? '' : one.schemeName)}
                value={`¥${yuan(one.fen)}`}
                onTap={() => setRow(one)}
              />
            ))}
            <Button kind="soft" block onTap={() => void copy(data.rows)}>
              {TEXT.claimCopy}
            </Button>
          </View>
        )}
      </Async>
      {row ? <ClaimOrders row={row} onClose={() => setRow(null)} /> : null}
    </Card>
  )
}

function ClaimOrders({ row, onClose }: { row: ClaimRow; onClose: () => void }): ReactNode {
  const query = useQuery(claimOrdersQuery(row))
  return (
    <Sheet open title={TEXT.claimOrdersTitle} onClose={onClose}>
      <Async query={query} skeleton={<SkeletonRows count={3} height={56} />}>
        {(orders) =>
          orders.map((one) => (
            <Cell
              key={one.orderId}
              plain
              title={one.pickupNumber}
              text={one.handedOver ? TEXT.claimHad : TEXT.claimNotHad}
              value={`¥${yuan(one.fen)}`}
            />
          ))
        }
      </Async>
    </Sheet>
  )
}
