import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { AlsoRows } from './also-row'
import { CallCanteen } from './call-canteen'
import { called, type NextThing } from './model/next-thing.rules'
import { searchWords } from './model/next-words'
import css from './pickup-card.module.scss'
import { HOME_TEXT } from './text'

interface SearchCardProps {
  thing: NextThing
  others: readonly NextThing[]
  person: PersonView
  now: Date
}

/** Nobody answered the door: who is looked for, whom to ring, and what has been done, before anything else on the page. */
export function SearchCard({ thing, others, person, now }: SearchCardProps): ReactNode {
  const { order } = thing
  const words = searchWords(called(order, person))
  const see = (): void => go('/features/canteen/pages/order/index', { id: order.id })
  return (
    <View className={classList(css.card, css.alarm)} {...aria({ role: 'alert' })}>
      <Heading level={2} className={css.what}>
        <Icon name="alert-line" size="s" />
        {words.what}
      </Heading>
      <View className={css.where}>{words.line}</View>
      <View className={css.action}>
        <CallCanteen orderId={order.id} />
      </View>
      <View className={css.second}>
        <Button kind="line" block onTap={see}>
          {HOME_TEXT.searchSee}
        </Button>
      </View>
      <AlsoRows others={others} person={person} now={now} />
    </View>
  )
}
