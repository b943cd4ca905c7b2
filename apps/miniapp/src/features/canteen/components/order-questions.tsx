import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { unbroken } from '@/shared/text/unbroken'
import { clockOn } from '@/shared/text/when'
import { Dialog } from '@/shared/ui/dialog'
import { isUnpaid } from '../model/countdown'
import { backWords, offerWords } from '../model/refund'
import { MONEY_TEXT } from '../money-text'
import { CANTEEN_TEXT } from '../text'
import type { Cancelling } from '../use-cancel'
import type { GivingUp } from '../use-giving-up'
import type { Reordering } from '../use-reorder'

const TEXT = CANTEEN_TEXT.order

interface OrderQuestionsProps {
  order: OrderView
  cancel: Cancelling
  giving: GivingUp
  reordering: Reordering
}

/** What is asked before an order is called off, given up or put in the place of a basket: what happens, and to whose wallet the money goes. */
export function OrderQuestions({ order, cancel, giving, reordering }: OrderQuestionsProps): ReactNode {
  const { person } = useSession()
  const unpaid = isUnpaid(order)
  const until = clockOn(new Date(order.cancelUntil), serverNow())
  return (
    <>
      <Dialog
        open={cancel.asking}
        title={unpaid ? TEXT.cancelUnpaidTitle : TEXT.cancelTitle}
        text={unpaid ? TEXT.cancelUnpaidBody : unbroken(TEXT.cancelBody(backWords(order, person?.id), until))}
        confirm={{
          label: unpaid ? TEXT.cancelUnpaidYes : TEXT.cancelYes,
          kind: 'danger',
          loading: cancel.busy,
          onTap: cancel.confirm,
        }}
        cancel={{ label: TEXT.cancelNo, onTap: cancel.leave }}
      />
      <Dialog
        open={giving.asking}
        title={MONEY_TEXT.offerTitle}
        text={offerWords(order, person?.id)}
        confirm={{ label: MONEY_TEXT.offerYes, kind: 'danger', loading: giving.busy, onTap: giving.offer }}
        cancel={{ label: MONEY_TEXT.offerNo, onTap: giving.leave }}
      />
      <Dialog
        open={reordering.question !== null}
        title={TEXT.againTitle}
        text={reordering.question}
        confirm={{ label: TEXT.againYes, kind: 'danger', loading: reordering.busy, onTap: reordering.confirm }}
        cancel={{ label: TEXT.againNo, onTap: reordering.leave }}
      />
    </>
  )
}
