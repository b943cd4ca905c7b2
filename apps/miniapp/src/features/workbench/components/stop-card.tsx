import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { StopView } from '@wanli/contracts/delivery'
import { dishesText } from '@/shared/text/dish-words'
import { facts } from '@/shared/text/facts'
import { Card } from '@/shared/ui/card'
import { FacePicture } from '@/shared/ui/face'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Tag } from '@/shared/ui/tag'
import { RUN_TEXT as TEXT } from '../run-text'
import { Ladder } from './ladder'
import css from './stop-card.module.scss'

interface StopCardProps {
  stop: StopView
  nowMs: number
  onEmergency: () => void
}

/** The stop of now: the door at arm's length, how one gets up, who lives there, what they eat, and what is done if nobody answers. */
export function StopCard({ stop, nowMs, onEmergency }: StopCardProps): ReactNode {
  const age = stop.eaterAge === null ? '' : ` ${TEXT.age(stop.eaterAge)}`
  return (
    <Card>
      <View className={css.top}>
        <View className={css.where}>
          <Heading level={2} className={css.door}>
            {stop.door}
          </Heading>
          <View className={css.how}>
            <Facts text={facts(stop.estate, TEXT.floor(stop.floor, stop.lift), stop.addressNote)} />
          </View>
        </View>
        <FacePicture face={stop.eaterFace} size="l" />
      </View>
      <View className={css.who}>
        <View className={css.name}>
          <Facts text={facts(TEXT.station(stop.position), `${stop.eaterName}${age}`)} />
        </View>
        <Tag>{stop.pickupNumber}</Tag>
        {stop.ladder.begun ? (
          <Tag tone="bad" icon="alert-fill">
            {TEXT.shut}
          </Tag>
        ) : null}
      </View>
      <Meal stop={stop} />
      <Ladder stop={stop} nowMs={nowMs} onEmergency={onEmergency} />
    </Card>
  )
}

function Meal({ stop }: { stop: StopView }): ReactNode {
  const wishes = [
    ...stop.leaveOut.map(TEXT.leaveOut),
    ...(stop.lowSalt ? [TEXT.lowSalt] : []),
    ...(stop.soft ? [TEXT.soft] : []),
  ]
  const { receivers, note } = stop
  return (
    <View className={css.meal}>
      <View>{dishesText(stop.dishes)}</View>
      {note ? <View>{note}</View> : null}
      {wishes.length + receivers.length > 0 ? (
        <View className={css.tags}>
          {wishes.map((wish) => (
            <Tag key={wish} tone="warm">
              {wish}
            </Tag>
          ))}
          {receivers.map(({ name, relation }) => (
            <Tag key={name} tone="ok">
              {TEXT.giveTo(`${relation}${name}`)}
            </Tag>
          ))}
        </View>
      ) : null}
    </View>
  )
}
