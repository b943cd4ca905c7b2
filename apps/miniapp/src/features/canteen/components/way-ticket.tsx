import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderStatus, OrderView } from '@wanli/contracts/canteen'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { clockText } from '@wanli/kernel/shanghai-time'
import { yuan } from '@wanli/kernel/money'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { facts } from '@/shared/text/facts'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Skeleton } from '@/shared/ui/skeleton'
import { Steps } from '@/shared/ui/steps'
import { Tag } from '@/shared/ui/tag'
import { useWay } from '../api/get-way'
import { DELIVERY_TEXT as TEXT, WAY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT, STATUS_TEXT } from '../text'
import { LOOKED_FOR_TEXT, OUTCOME_TEXT } from '../way-text'
import { RingEater } from './ring-eater'
import { whenWords } from './ticket'
import css from './way-ticket.module.scss'

const TROUBLE: readonly OrderStatus[] = ['undelivered', 'welfare_check', 'closed']

/** A meal that is brought, for whose order it is: what it is doing, and how far it is or what was done when nobody answered. */
export function WayTicket({ order, now }: { order: OrderView; now: Date }): ReactNode {
  const isOver = order.status === 'delivered' || order.status === 'closed'
  const query = useWay(order.id, usePageShown() && !isOver)
  return (
    <Async query={query} skeleton={<Skeleton height={320} radius={20} />}>
      {(way) => (
        <>
          <View className={css.ticket}>
            <View className={css.head}>
              <View className={css.who}>
                <Facts text={facts(order.eater.name, TEXT.title, order.pickupNumber)} />
              </View>
              <Tag tone="ok">{CANTEEN_TEXT.order.paid(yuan(order.payFen))}</Tag>
            </View>
            <WayFacts way={way} status={order.status} when={whenWords(order, now)} />
          </View>
          <RingEater way={way} />
          {TROUBLE.includes(order.status) ? <Tried way={way} /> : <WaySteps status={order.status} />}
        </>
      )}
    </Async>
  )
}

/** A meal on its way for who looks after its eater, whose door stayed shut: they see what is done, and not what was ordered. */
export function ShutDoor({ way }: { way: OrderDeliveryView }): ReactNode {
  return (
    <>
      <View className={css.ticket}>
        <View className={css.who}>
          <Facts text={facts(way.eater.name, TEXT.title)} />
        </View>
        <WayFacts way={way} status={way.status} />
      </View>
      <RingEater way={way} />
      <Tried way={way} />
    </>
  )
}

interface WayFactsProps {
  way: OrderDeliveryView
  status: OrderStatus
  /** Between what times it is expected; of no use once somebody has been there. */
  when?: string
}

/** What a meal is doing, where it goes, who brings it, who took it in. */
function WayFacts({ way, status, when = '' }: WayFactsProps): ReactNode {
  const isSearch = status === 'undelivered' || status === 'welfare_check'
  const isMe = useSession().person?.id === way.eater.id
  return (
    <>
      <Heading level={2} className={classList(css.status, isSearch && css.alarm)}>
        {isSearch && isMe ? LOOKED_FOR_TEXT.title : (WAY_TEXT[status] ?? STATUS_TEXT[status])}
      </Heading>
      <View className={css.line}>{isSearch && isMe ? LOOKED_FOR_TEXT.line : lineOf(status, way, when)}</View>
      <View className={css.fact}>
        <Icon name="location-line" size="s" />
        {`${TEXT.to} ${way.address}`}
      </View>
      {way.courierName ? (
        <View className={css.fact}>
          <Icon name="scooter-line" size="s" />
          <View>
            <Facts text={facts(TEXT.courier(way.courierName), way.outAt ? TEXT.outAt(clock(way.outAt)) : '')} />
          </View>
        </View>
      ) : null}
    </>
  )
}

const clock = (instant: string): string => clockText(new Date(instant))

function lineOf(status: OrderStatus, way: OrderDeliveryView, when: string): string {
  if (status === 'delivered' && way.deliveredAt && way.receivedBy)
    return `${TEXT.received(clock(way.deliveredAt), way.receivedBy)}，${TEXT.enjoy}`
  if (status === 'undelivered') return TEXT.noAnswerText
  if (status === 'welfare_check') return TEXT.checkText
  if (way.closed) return way.closed.words
  return TEXT.expected(when)
}

function WaySteps({ status }: { status: OrderStatus }): ReactNode {
  const isOut = status === 'out_for_delivery'
  const isThere = status === 'delivered'
  return (
    <Card>
      <Steps
        items={[
          { label: CANTEEN_TEXT.order.stepPaid, state: 'done' },
          { label: STATUS_TEXT.out_for_delivery, state: isThere ? 'done' : isOut ? 'now' : 'next' },
          { label: STATUS_TEXT.delivered, state: isThere ? 'done' : 'next' },
        ]}
      />
    </Card>
  )
}

function Tried({ way }: { way: OrderDeliveryView }): ReactNode {
  return (
    <Card title={TEXT.tried}>
      {way.attempts.map(({ step, at, outcome }) => (
        <View key={`${step} ${at}`} className={css.tried}>
          <View>{`${TEXT.triedAt[step]}${OUTCOME_TEXT[step][outcome]}`}</View>
          <View className={css.time}>{clock(at)}</View>
        </View>
      ))}
    </Card>
  )
}
