import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { Cell } from '@/shared/ui/cell'
import { orderReviewsQuery } from '../api/reviews'
import { mayRate, type ReviewForm } from '../model/review-form'
import { REVIEWS_TEXT as TEXT } from '../reviews-text'
import { ReviewSheet } from './review-sheet'

/** The way to rating a meal that was had. */
export function ReviewCell({ order }: { order: OrderView }): ReactNode {
  const query = useQuery(orderReviewsQuery(order.id))
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState<ReviewForm>({})
  const view = query.data
  if (!view) return null
  const rateable = mayRate(view)
  const said = view.lines.some(({ review }) => review !== null)
  if (!rateable && !said) return null
  const until = dayText(businessDayOf(new Date(view.until)), businessDayOf(serverNow()))
  return (
    <>
      <Cell
        icon="star-line"
        plain
        title={rateable ? TEXT.open : TEXT.done}
        text={rateable ? TEXT.openText(until) : TEXT.doneText}
        onTap={() => setOpen(true)}
      />
      {open ? <ReviewSheet view={view} form={form} onForm={setForm} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
