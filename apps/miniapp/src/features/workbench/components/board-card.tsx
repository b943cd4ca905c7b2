import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupBoard } from '@wanli/contracts/pickups'
import { clockText } from '@wanli/kernel/shanghai-time'
import { MEAL_TEXT, spanText } from '@/shared/text/when'
import { Card } from '@/shared/ui/card'
import { WORKBENCH_TEXT } from '../text'
import { LiveMark } from './live-mark'
import css from './board-card.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

interface BoardCardProps {
  board: PickupBoard
  query: UseQueryResult<PickupBoard>
}

/** How today goes: meal by meal, how many still wait and how many are served; then the last hand-overs. */
export function BoardCard({ board, query }: BoardCardProps): ReactNode {
  return (
    <>
      <Card
        title={TEXT.board}
        extra={
          <View className={css.live}>
            <LiveMark query={query} />
          </View>
        }
      >
        {board.sittings.length === 0 ? <View className={css.none}>{TEXT.noBoard}</View> : null}
        {board.sittings.map((sitting) => (
          <View key={sitting.sittingId} className={css.sitting}>
            <View className={css.meal}>
              <View className={css.name}>{MEAL_TEXT[sitting.meal]}</View>
              <View className={css.span}>{spanText(sitting.serving)}</View>
            </View>
            <Figure value={sitting.waiting} label={TEXT.waiting} strong />
            <Figure value={sitting.handedOver} label={TEXT.handedOver} />
          </View>
        ))}
      </Card>
      <View className={css.fill}>
        <Card title={TEXT.recent}>
          {board.recent.length === 0 ? <View className={css.none}>{TEXT.noRecent}</View> : null}
          {board.recent.map((one) => (
            <View key={one.orderId} className={css.recent}>
              <View className={css.number}>{one.pickupNumber}</View>
              <View className={css.who}>{one.eaterName}</View>
              <View className={css.span}>{`${clockText(new Date(one.handedOverAt))} ${one.handedOverBy}`}</View>
            </View>
          ))}
        </Card>
      </View>
    </>
  )
}

function Figure({ value, label, strong = false }: { value: number; label: string; strong?: boolean }): ReactNode {
  return (
    <View className={css.figure}>
      <View className={strong ? css.strong : css.value}>{value}</View>
      <View className={css.span}>{label}</View>
    </View>
  )
}
