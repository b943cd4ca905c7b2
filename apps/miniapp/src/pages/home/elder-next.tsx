import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { yuan } from '@wanli/kernel/money'
import { requireSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Picture } from '@/shared/ui/picture'
import { Pressable } from '@/shared/ui/pressable'
import { Skeleton } from '@/shared/ui/skeleton'
import css from './elder-home.module.scss'
import { ElderSearch } from './elder-search'
import { elderNextWords, type ElderThing } from './model/elder-words'
import { lastNumber } from './last-number.store'
import { hasNumber } from './model/next-thing.rules'
import { HOME_TEXT } from './text'
import { WithoutOrders } from './without-orders'

interface ElderNextProps {
  query: UseQueryResult<OrderListItem[]>
  /** Undefined while the orders are not known. */
  things: readonly ElderThing[] | undefined
  person: PersonView | null
  now: Date
}

/** Heights of this place without and with a number, in px at scale 1. */
const NOTHING_HEIGHT = 80
const NUMBER_HEIGHT = 104

/** The next meal in one line and one number; a tap shows the code. */
export function ElderNext({ query, things, person, now }: ElderNextProps): ReactNode {
  if (!person) {
    return (
      <Button block size="xl" onTap={() => requireSession()}>
        {HOME_TEXT.steps.signIn}
      </Button>
    )
  }
  if (!things) {
    const height = lastNumber(person.id, now) === null ? NOTHING_HEIGHT : NUMBER_HEIGHT
    const skeleton = <Skeleton height={height} radius={24} />
    return <WithoutOrders query={query} personId={person.id} now={now} skeleton={skeleton} />
  }
  const [first, second] = things
  if (!first) return <View className={classList(css.next, css.quiet)}>{HOME_TEXT.elderNothing}</View>
  return (
    <>
      {first.thing.phase === 'search' ? <ElderSearch {...first} /> : <Meal next={first} now={now} />}
      {second ? <Second next={second} now={now} /> : null}
    </>
  )
}

const open = (orderId: string) => () => go('/features/canteen/pages/order/index', { id: orderId })

/** The meal after the first one, in a quieter card: it is not to be missed, and not to be taken for the first. */
function Second({ next, now }: { next: ElderThing; now: Date }): ReactNode {
  const { order } = next.thing
  return (
    <Pressable className={css.second} onTap={open(order.id)}>
      <View className={css.secondWhat}>{elderNextWords(next, now)}</View>
      {hasNumber(next.thing) ? <View className={css.secondNumber}>{order.pickupNumber}</View> : null}
    </Pressable>
  )
}

/** A meal in one line and one number, as wide as the screen. */
function Meal({ next, now }: { next: ElderThing; now: Date }): ReactNode {
  const { order, phase } = next.thing
  const urgent = phase === 'ending' || phase === 'unpaid'
  return (
    <Pressable className={classList(css.next, urgent && css.warm)} onTap={open(order.id)}>
      <View className={css.words}>
        <View className={css.what}>{elderNextWords(next, now)}</View>
        {/* The window gives nothing for the number of a meal that is given up. */}
        {phase === 'offered' ? null : (
          <View className={css.number}>{phase === 'unpaid' ? `¥${yuan(order.payFen)}` : order.pickupNumber}</View>
        )}
      </View>
      {/* An amount is longer than a number: on a small phone a picture would stand in it. */}
      {phase === 'unpaid' ? null : <Picture name={order.dishes[0]?.picture ?? 'steaming-bowl'} size={76} />}
    </Pressable>
  )
}
