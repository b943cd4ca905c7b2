import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { dayAndMeal } from '@/shared/text/when'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { CANTEEN_TEXT } from '../text'

interface OrderedNoteProps {
  sitting: SittingView
  /** Who is to eat; null for the person themselves. */
  forPersonId: string | null
}

/** Says above a menu that this meal is ordered already, with its number: who comes back to it does not order twice. */
export function OrderedNote({ sitting, forPersonId }: OrderedNoteProps): ReactNode {
  const { person } = useSession()
  const { data } = useQuery({ ...openOrdersQuery, enabled: person !== null })
  const eaterId = forPersonId ?? person?.id
  const order = data?.find(
    ({ day, meal, eater }) => day === sitting.day && meal === sitting.meal && eater.id === eaterId,
  )
  if (!order) return null
  return (
    <NoticeBar
      tone="ok"
      icon="check-circle-line"
      onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}
    >
      {CANTEEN_TEXT.menu.ordered(
        dayAndMeal(order.day, order.meal, businessDayOf(serverNow())),
        order.status === 'placed' ? null : order.pickupNumber,
      )}
    </NoticeBar>
  )
}
