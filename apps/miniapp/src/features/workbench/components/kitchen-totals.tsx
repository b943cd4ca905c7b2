import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { BoardTotal, KitchenBoard } from '@wanli/contracts/kitchen'
import { classList } from '@/shared/ui/class-list'
import { scrollable } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import { DishPicture } from '@/shared/ui/plate'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { missingOf, shareOf, signed, unseenOf } from '../model/kitchen'
import css from './kitchen-totals.module.scss'

interface KitchenTotalsProps {
  board: KitchenBoard
  onSheet: () => void
}

/** 还要做多少: what is still missing is the biggest number of each dish. */
export function KitchenTotals({ board, onSheet }: KitchenTotalsProps): ReactNode {
  return (
    <View className={css.card}>
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          {TEXT.toCook}
        </Heading>
        <View className={css.small}>{TEXT.eaters(board.orders)}</View>
        <View className={css.sheet}>
          <Button kind="soft" size="s" icon="file-line" label={TEXT.openSheetLabel} onTap={onSheet}>
            {TEXT.openSheet(board.sheetNumber)}
          </Button>
        </View>
        <View className={css.columnMade}>{TEXT.madeOfTotal}</View>
        <View className={css.columnMissing}>{TEXT.missing}</View>
      </View>
      <View className={css.rows} {...scrollable()}>
        {board.totals.map((total) => (
          <Total key={total.dishId} total={total} unseen={unseenOf(board.changes, total.dishId)} />
        ))}
      </View>
    </View>
  )
}

/** A dish. By how much it has changed stands at its name until somebody has seen it. */
function Total({ total, unseen }: { total: BoardTotal; unseen: number }): ReactNode {
  const missing = missingOf(total)
  return (
    <View className={classList(css.row, missing === 0 && css.done)}>
      <DishPicture picture={total.picture} size="s" />
      <View className={css.dish}>
        <View className={css.nameLine}>
          <View className={css.name}>{total.name}</View>
          {unseen === 0 ? null : <View className={css.unseen}>{signed(unseen)}</View>}
        </View>
        <View className={css.track}>
          <View className={css.bar} style={{ width: `${Math.round(shareOf(total) * 100)}%` }} />
        </View>
      </View>
      <View className={css.made}>{`${total.made} / ${total.total}`}</View>
      <View className={missing === 0 ? css.enough : css.missing}>{missing === 0 ? TEXT.enough : missing}</View>
    </View>
  )
}
