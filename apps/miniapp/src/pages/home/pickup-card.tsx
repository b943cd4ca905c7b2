import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { spanText } from '@/shared/text/when'
import { unbroken } from '@/shared/text/unbroken'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { AlsoRows } from './also-row'
import { nextWords } from './model/next-words'
import { called, fetchSpan, type NextThing } from './model/next-thing.rules'
import css from './pickup-card.module.scss'
import { HOME_TEXT } from './text'

interface PickupCardProps {
  thing: NextThing
  others: readonly NextThing[]
  person: PersonView
  now: Date
}

const show = (order: OrderListItem) => () => go('/features/canteen/pages/order/index', { id: order.id })

/** What the button under a meal says; at a meal that one simply fetches the code itself is the button. */
const ACTION: Partial<Record<NextThing['phase'], string>> = {
  ending: HOME_TEXT.goNow,
  coming: HOME_TEXT.seeWay,
  offered: HOME_TEXT.seeOrder,
}

/** The next meal to collect: number, when and where, and its code one tap away. Amber when serving is nearly over. */
export function PickupCard({ thing, others, person, now }: PickupCardProps): ReactNode {
  const { order, phase } = thing
  const urgent = phase === 'ending'
  const action = ACTION[phase]
  const who = called(order, person)
  const words = nextWords(thing, who, now)
  return (
    <View className={classList(css.card, urgent && css.warm)}>
      <View className={css.head}>
        <Heading level={2} className={css.what}>
          <Icon name="time-line" size="s" />
          <View>
            <Facts text={words.what} />
          </View>
        </Heading>
        <View className={css.when}>{words.when}</View>
      </View>
      <View className={css.middle}>
        <View className={css.main}>
          {phase === 'offered' ? (
            <View className={css.still}>{HOME_TEXT.offeredStill(who)}</View>
          ) : (
            <>
              <View className={css.label}>{phase === 'coming' ? HOME_TEXT.broughtNumber : HOME_TEXT.number}</View>
              <View className={css.number}>{order.pickupNumber}</View>
            </>
          )}
        </View>
        {action ? null : (
          <Pressable className={css.code} onTap={show(order)}>
            <Icon name="qrcode-2-line" size="l" className={css.codeIcon} />
            {HOME_TEXT.code}
          </Pressable>
        )}
      </View>
      <View className={css.where}>
        <Facts
          text={unbroken(
            HOME_TEXT.placeAndTime(
              spanText(fetchSpan(order, now)),
              phase === 'coming' ? HOME_TEXT.home : `${order.canteenName} ${order.window}`,
            ),
          )}
        />
      </View>
      {action ? (
        <View className={css.action}>
          <Button kind={urgent ? 'primary' : 'paper'} block onTap={show(order)}>
            {action}
          </Button>
        </View>
      ) : null}
      <AlsoRows others={others} person={person} now={now} />
    </View>
  )
}
