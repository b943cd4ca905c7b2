import type { ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { dayAndMeal } from '@/shared/text/when'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { NUMBER_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'
import { useOrdered } from '../use-ordered'

interface OrderedNoteProps {
  sitting: SittingView
  /** Who is to eat; null for the person themselves. */
  forPersonId: string | null
}

/** Says above a menu that this meal is ordered already, with its number: who comes back to it does not order twice. */
export function OrderedNote({ sitting, forPersonId }: OrderedNoteProps): ReactNode {
  const order = useOrdered(sitting, forPersonId)
  if (!order) return null
  return (
    <NoticeBar
      tone="ok"
      icon="check-circle-line"
      onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}
    >
      {CANTEEN_TEXT.menu.ordered(
        dayAndMeal(order.day, order.meal, businessDayOf(serverNow())),
        order.status === 'placed' ? null : `${NUMBER_TEXT[order.mode]} ${order.pickupNumber}`,
      )}
    </NoticeBar>
  )
}
