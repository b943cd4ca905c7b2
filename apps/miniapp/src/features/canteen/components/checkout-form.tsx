import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import type { PayBy, QuoteView, SittingView } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { CANTEEN } from '@wanli/kernel/limits'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { useNow } from '@/shared/now'
import { clockOn, dayAndMeal } from '@/shared/text/when'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import { priceLines, type Cart, type CartAction } from '../model/cart'
import type { Refusal } from '../model/refusal'
import { CANTEEN_TEXT } from '../text'
import css from './checkout-form.module.scss'
import { EaterChoice } from './eater-choice'
import { HowAndWhen } from './how-and-when'
import { OrderCard } from './order-card'
import { PayCard } from './pay-card'

const TEXT = CANTEEN_TEXT.checkout
/** Where one chooses how and when. */
const HOW_AND_WHEN = 'how-and-when'

interface CheckoutFormProps {
  sitting: SittingView
  person: PersonView
  cart: Cart
  change: (action: CartAction) => void
  quote: QuoteView | undefined
  refusal: Refusal | null
  payBy: PayBy
  /** Whether one may pay at the window. */
  cash: boolean
  onPayBy: (payBy: PayBy) => void
}

/** The questions of an order, in the order a person asks them: who, how and when, what, how to pay. */
export function CheckoutForm(props: CheckoutFormProps): ReactNode {
  const { sitting, person, cart, change, quote, refusal } = props
  const now = useNow(20)
  // The button stands far below the times and the doors.
  useEffect(() => {
    if (refusal?.slot) void Taro.pageScrollTo({ selector: `#${HOW_AND_WHEN}`, duration: 0 })
  }, [refusal])
  // The kitchen counts its portions then; later it has begun to cook.
  const freeze = new Date(sitting.freezeAt)
  const lateNote = cart.mode === 'delivery' ? TEXT.noCancelNote : TEXT.noCancelOffer
  return (
    <>
      <EaterChoice
        person={person}
        eaterId={cart.forPersonId}
        payer={quote?.payer}
        onChange={(forPersonId) => change({ kind: 'eater', forPersonId })}
      />
      <View id={HOW_AND_WHEN}>
        <HowAndWhen
          sitting={sitting}
          cart={cart}
          change={change}
          now={now}
          wrong={refusal?.slot ? refusal.text : null}
        />
      </View>
      <OrderCard
        title={dayAndMeal(sitting.day, sitting.meal, businessDayOf(now))}
        lines={priceLines(cart, sitting.offers)}
        quote={quote}
      />
      <Card title={TEXT.note}>
        <Field
          quiet
          label={TEXT.note}
          value={cart.note}
          placeholder={TEXT.notePlaceholder}
          maxLength={CANTEEN.noteLength}
          onInput={(note) => change({ kind: 'note', note })}
        />
      </Card>
      <PayCard quote={quote} personId={person.id} payBy={props.payBy} cash={props.cash} onChange={props.onPayBy} />
      <View className={css.foot}>
        {now < freeze ? TEXT.cancelNote(clockOn(freeze, now), (quote?.subsidyFen ?? 0) > 0) : lateNote}
      </View>
    </>
  )
}
