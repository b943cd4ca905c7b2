import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { yuan } from '@wanli/kernel/money'
import { go } from '@/shared/navigation'
import { unbroken } from '@/shared/text/unbroken'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { AlsoRows } from './also-row'
import { useWholeOrder } from './api/get-order'
import { called, type NextThing } from './model/next-thing.rules'
import { unpaidWords } from './model/unpaid-words'
import css from './pickup-card.module.scss'
import { HOME_TEXT } from './text'

interface UnpaidCardProps {
  thing: NextThing
  others: readonly NextThing[]
  person: PersonView
  now: Date
}

/** A meal that waits for money: how much, until when, and the way to pay it, in the app or at the window. */
export function UnpaidCard({ thing, others, person, now }: UnpaidCardProps): ReactNode {
  const { order } = thing
  const { data } = useWholeOrder(order.id)
  const words = unpaidWords(order, called(order, person), now, data)
  return (
    <View className={classList(css.card, css.warm)}>
      <View className={css.head}>
        <Heading level={2} className={css.what}>
          <Icon name="time-line" size="s" />
          {words.what}
        </Heading>
        <View className={css.when}>{words.when}</View>
      </View>
      <View className={css.middle}>
        <View className={css.main}>
          <View className={css.label}>{HOME_TEXT.toPay}</View>
          <View className={css.number}>{`¥${yuan(order.payFen)}`}</View>
        </View>
      </View>
      <View className={css.where}>
        <Facts text={unbroken(HOME_TEXT.placeAndTime(words.line, `${order.canteenName} ${order.window}`))} />
      </View>
      <View className={css.action}>
        <Button block onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}>
          {words.action}
        </Button>
      </View>
      <AlsoRows others={others} person={person} now={now} />
    </View>
  )
}
