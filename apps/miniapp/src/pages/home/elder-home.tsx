import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf, shanghaiHour, weekdayText } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { facts } from '@/shared/text/facts'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { Screen } from '@/shared/ui/screen'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import css from './elder-home.module.scss'
import { ElderButtons } from './elder-buttons'
import { ElderNext } from './elder-next'
import { elderSpeech } from './model/elder-words'
import { greetingAt } from './model/greeting.rules'
import { nextThings } from './model/next-thing.rules'
import { ReadAloud } from './read-aloud'
import { HOME_TEXT } from './text'
import { useElderThings } from './use-elder-things'
import { useKeptNumber } from './use-kept-number'

const heart = (
  <View className={css.heart}>
    <Icon name="heart-fill" />
  </View>
)

/** Home of the care mode: who you are, the next thing, four giant buttons, and the telephone at the foot. */
export function ElderHome({ person }: { person: PersonView | null }): ReactNode {
  const now = useNow(30)
  const orders = useQuery({ ...openOrdersQuery, enabled: person !== null })
  useKeptNumber(orders.data, person?.id ?? '')
  const things = useElderThings(orders.data, person, now)
  const greeting = HOME_TEXT.greet(person?.name ?? HOME_TEXT.guest, greetingAt(shanghaiHour(now)))
  return (
    <Screen title={HOME_TEXT.elder} tab="/pages/home/index" navStart={heart}>
      <View className={css.hello}>
        <View>
          <Heading level={2} className={css.greeting}>
            {greeting}
          </Heading>
          <Day now={now} meals={orders.data ? nextThings(orders.data, now).length : 0} shown={things?.length ?? 0} />
        </View>
        <ReadAloud text={elderSpeech(greeting, things, now)} />
      </View>
      <ElderNext query={orders} things={things} person={person} now={now} />
      <ElderButtons low={(things?.length ?? 0) > 1} />
    </Screen>
  )
}

/** The day of the week; where more meals wait than stand below, how many there are, which leads to all of them. */
function Day({ now, meals, shown }: { now: Date; meals: number; shown: number }): ReactNode {
  const day = weekdayText(businessDayOf(now))
  if (meals <= shown) return <View className={css.day}>{day}</View>
  return (
    <Pressable
      className={classList(css.day, css.all)}
      role="link"
      onTap={() => go('/features/canteen/pages/orders/index')}
    >
      <View>
        <Facts text={facts(day, HOME_TEXT.allMeals(meals))} />
      </View>
      <Icon name="right-line" size="s" />
    </Pressable>
  )
}
