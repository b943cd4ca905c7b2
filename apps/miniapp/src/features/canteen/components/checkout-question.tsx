import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SittingBrief } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { Dialog } from '@/shared/ui/dialog'
import { DELIVERY_TEXT as TEXT } from '../delivery-text'
import { orderedWords } from '../model/ordered'
import type { Question, Refusal } from '../model/refusal'
import { useOrdered } from '../use-ordered'

interface CheckoutQuestionProps {
  refusal: Refusal | null
  sitting: SittingBrief | undefined
  /** Who is to eat; null for the person themself. */
  forPersonId: string | null
  /** What the eater is called: 妈妈, or 你. */
  who: string
  busy: boolean
  onYes: () => void
  onNo: (kind: Question['kind']) => void
}

/** What the server asks before it takes an order: leave something out, or order a second time. Asked in words, answered in words. */
export function CheckoutQuestion({ refusal, ...props }: CheckoutQuestionProps): ReactNode {
  const ask = refusal?.ask
  if (ask === undefined) return null
  if (ask.kind === 'again') return <AgainQuestion ask={ask} {...props} />
  return <ClashQuestion ask={ask} {...props} />
}

interface ClashQuestionProps extends Omit<CheckoutQuestionProps, 'refusal'> {
  ask: Extract<Question, { kind: 'leave_out' }>
}

/** What is in the dishes that the eater does not eat. Another dish is the safe answer, and the only one where a dish is made of it. */
function ClashQuestion({ ask, who, busy, onYes, onNo }: ClashQuestionProps): ReactNode {
  const other = (): void => onNo('leave_out')
  return (
    <Dialog
      open
      title={TEXT.clashTitle(who)}
      text={ask.lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      confirm={{ label: TEXT.clashNo, onTap: other }}
      cancel={ask.canLeaveOut ? { label: TEXT.clashYes, loading: busy, onTap: onYes } : undefined}
      onEscape={other}
    />
  )
}

interface AgainQuestionProps extends Omit<CheckoutQuestionProps, 'refusal' | 'who'> {
  ask: Extract<Question, { kind: 'again' }>
}

/** A second meal is seldom meant: the first answer leads away from it. */
export function AgainQuestion({ ask, sitting, forPersonId, busy, onYes, onNo }: AgainQuestionProps): ReactNode {
  const ordered = useOrdered(sitting, forPersonId)
  const earlier = ordered?.pickupNumber === ask.number ? ordered : null
  const leave = (): void => onNo('again')
  const see = (): void => {
    leave()
    go('/features/canteen/pages/order/index', { id: earlier?.id })
  }
  return (
    <Dialog
      open
      title={TEXT.again}
      text={orderedWords(ask.by, ask.number, earlier, serverNow())}
      confirm={earlier ? { label: TEXT.againSee, onTap: see } : { label: TEXT.againNo, onTap: leave }}
      cancel={{ label: TEXT.againYes, loading: busy, onTap: onYes }}
      onEscape={leave}
    />
  )
}
