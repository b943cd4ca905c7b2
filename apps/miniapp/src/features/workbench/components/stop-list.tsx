import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { StopView } from '@wanli/contracts/delivery'
import { facts } from '@/shared/text/facts'
import { Card } from '@/shared/ui/card'
import { Icon } from '@/shared/ui/icon'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Pressable } from '@/shared/ui/pressable'
import { isOut } from '../model/run'
import { RUN_TEXT as TEXT } from '../run-text'
import css from './stop-list.module.scss'

/** The other stops of a run; one on the way becomes the stop of now by a tap. */
export function StopList({
  stops,
  onChoose,
}: {
  stops: readonly StopView[]
  onChoose: (id: string) => void
}): ReactNode {
  if (stops.length === 0) return null
  return (
    <Card flush>
      {stops.map((stop) =>
        isOut(stop) ? (
          <Pressable key={stop.orderId} className={css.row} onTap={() => onChoose(stop.orderId)}>
            <Row stop={stop} />
          </Pressable>
        ) : (
          <View key={stop.orderId} className={css.row}>
            <Row stop={stop} />
          </View>
        ),
      )}
    </Card>
  )
}

function Row({ stop }: { stop: StopView }): ReactNode {
  const isOver = stop.handedOverAt !== null || stop.status === 'closed'
  return (
    <>
      <View className={classList(css.place, isOver && css.over)}>
        {isOver ? <Icon name="check-line" size="s" /> : stop.position}
      </View>
      <View className={css.words}>
        <View className={css.door}>{stop.door}</View>
        <View className={css.about}>
          <Facts text={isOver ? overWords(stop) : aboutWords(stop)} />
        </View>
      </View>
      <View className={css.name}>{stop.eaterName}</View>
    </>
  )
}

function overWords({ status, handedOverTo }: StopView): string {
  return status === 'closed' || handedOverTo === null ? TEXT.closed : TEXT.deliveredTo(handedOverTo)
}

function aboutWords(stop: StopView): string {
  const [receiver] = stop.receivers
  return facts(
    TEXT.floor(stop.floor, stop.lift),
    TEXT.portions(stop.portions),
    ...(receiver ? [TEXT.giveTo(`${receiver.relation}${receiver.name}`)] : []),
    ...(stop.lowSalt ? [TEXT.lowSalt] : []),
    ...(stop.ladder.begun ? [TEXT.noAnswer] : []),
  )
}
