import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { useSession } from '@/shared/http/session'
import type { IconName } from '@/shared/icons/icon-name'
import { facts } from '@/shared/text/facts'
import { dayAndMeal } from '@/shared/text/when'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Icon } from '@/shared/ui/icon'
import { refundedWords } from '../model/refund'
import { MODE_TEXT, CANTEEN_TEXT, STATUS_TEXT } from '../text'
import css from './closed-ticket.module.scss'
import { whenWords } from './ticket'

const TEXT = CANTEEN_TEXT.order

function momentText(instant: string, now: Date): string {
  const at = new Date(instant)
  return `${dayText(businessDayOf(at), businessDayOf(now))} ${clockText(at)}`
}

/** Where the money is: nowhere when none was ever paid, else back where it came from. */
function moneyWords(order: OrderView, callerId: string | undefined): string {
  return order.refundedFen === 0 ? TEXT.nothingPaid : refundedWords(order, callerId)
}

/** When and where a meal that nobody has taken yet is fetched. */
function stillHers(order: OrderView, now: Date): string[] {
  return [TEXT.offeredFetch(whenWords(order, now)), TEXT.place(order.canteenName, order.window)]
}

/** Who paid, and may take it back, is told that they may. */
const moneyHint = ({ actions }: OrderView): string => (actions.includes('cancel') ? TEXT.lapsedMoney : '')

/** What became of the order, when, and where the money is. */
function linesOf(order: OrderView, now: Date, callerId: string | undefined): string[] {
  if (order.lapsed && order.refundedFen === 0)
    return [TEXT.lapsedLine(order.eater.name), moneyHint(order)].filter((line) => line !== '')
  if (order.handedOverAt) return [TEXT.handedOver(momentText(order.handedOverAt, now)), TEXT.enjoy]
  if (order.status === 'offered') return [TEXT.offeredLine, TEXT.offeredStill, ...stillHers(order, now)]
  if (order.status === 'taken_over') return [TEXT.takenOverLine, moneyWords(order, callerId)]
  if (order.status === 'not_collected') return [TEXT.notCollectedLine, TEXT.notCollectedAsk]
  if (order.status === 'expired') return [TEXT.expiredLine, TEXT.expiredMoney]
  const how =
    order.status === 'cancelled_by_canteen' || !order.cancelledAt
      ? TEXT.cancelledByCanteen
      : TEXT.cancelledByEater(momentText(order.cancelledAt, now))
  return [how, moneyWords(order, callerId)]
}

function iconOf({ lapsed, refundedFen }: OrderView, good: boolean): IconName {
  if (lapsed && refundedFen === 0) return 'information-line'
  return good ? 'check-circle-fill' : 'close-circle-fill'
}

/** An order whose meal its eater does not wait for: handed over, given up, cancelled, or never paid. */
export function ClosedTicket({ order, now }: { order: OrderView; now: Date }): ReactNode {
  const { person } = useSession()
  const good = order.status === 'handed_over' || order.status === 'delivered' || order.status === 'offered'
  return (
    <View className={css.ticket}>
      <View className={classList(css.mark, good && css.good)}>
        <Icon name={iconOf(order, good)} size="l" />
      </View>
      <View className={css.status}>{STATUS_TEXT[order.status]}</View>
      {linesOf(order, now, person?.id).map((line) => (
        <View key={line} className={css.line}>
          {line}
        </View>
      ))}
      <View className={css.about}>
        <Facts
          text={facts(
            dayAndMeal(order.day, order.meal, businessDayOf(now)),
            order.pickupNumber,
            order.eater.name,
            MODE_TEXT[order.mode].name,
          )}
        />
      </View>
    </View>
  )
}
