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
import { elderNextWords } from './model/elder-words'
import { lastNumber } from './last-number.store'
import { called, nextThings, type NextThing } from './model/next-thing.rules'
import { HOME_TEXT } from './text'
import { WithoutOrders } from './without-orders'

interface ElderNextProps {
  query: UseQueryResult<OrderListItem[]>
  person: PersonView | null
  now: Date
}

/** Heights of this place without and with a number, in px at scale 1. */
const NOTHING_HEIGHT = 80
const NUMBER_HEIGHT = 104

/** The next meal in one line and one number; a tap shows the code. */
export function ElderNext({ query, person, now }: ElderNextProps): ReactNode {
  if (!person) {
    return (
      <Button block size="xl" onTap={() => requireSession()}>
        {HOME_TEXT.steps.signIn}
      </Button>
    )
  }
  if (!query.data) {
    const height = lastNumber(person.id, now) === null ? NOTHING_HEIGHT : NUMBER_HEIGHT
    const skeleton = <Skeleton height={height} radius={24} />
    return <WithoutOrders query={query} personId={person.id} now={now} skeleton={skeleton} />
  }
  const next = nextThings(query.data, now)[0]
  if (!next) return <View className={classList(css.next, css.quiet)}>{HOME_TEXT.elderNothing}</View>
  const who = called(next.order, person)
  return next.phase === 'search' ? <ElderSearch thing={next} who={who} /> : <Meal next={next} who={who} now={now} />
}

/** A meal in one line and one number, as wide as the screen. */
function Meal({ next, who, now }: { next: NextThing; who: string; now: Date }): ReactNode {
  const urgent = next.phase === 'ending' || next.phase === 'unpaid'
  const picture = next.order.dishes[0]?.picture ?? 'steaming-bowl'
  return (
    <Pressable
      className={classList(css.next, urgent && css.warm)}
      onTap={() => go('/features/canteen/pages/order/index', { id: next.order.id })}
    >
      <View className={css.words}>
        <View className={css.what}>{elderNextWords(next, who, now)}</View>
        {/* The window gives nothing for the number of a meal that is given up. */}
        {next.phase === 'offered' ? null : (
          <View className={css.number}>
            {next.phase === 'unpaid' ? `¥${yuan(next.order.payFen)}` : next.order.pickupNumber}
          </View>
        )}
      </View>
      <Picture name={picture} size={76} />
    </Pressable>
  )
}
