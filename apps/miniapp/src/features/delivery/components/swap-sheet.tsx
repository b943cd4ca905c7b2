import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OfferView } from '@wanli/contracts/canteen'
import type { StandingDayView, StandingView, StandingWish } from '@wanli/contracts/standing'
import { percentFen, sumFen, yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { Async } from '@/shared/ui/async'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { useMenuOf } from '../api/diet'
import { useStandingAct } from '../api/standing'
import { sizedText, swapWishes, wishFen } from '../model/wishes'
import { TEXT } from '../text'

const WORDS = TEXT.standing

interface SwapSheetProps {
  standing: StandingView
  day: StandingDayView
  name: string
  /** Whose wallet pays; null when that is not known. */
  purse: string | null
  onClose: () => void
}

const nameOf = ({ dish }: OfferView): string => dish.name

/** Something else on one day, chosen from that day's menu with its prices; what the eater does not eat is not in it. */
export function SwapSheet({ standing, day, name, purse, onClose }: SwapSheetProps): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>([...new Set(day.dishes.map(({ name: dish }) => dish))])
  const [tried, setTried] = useState(false)
  const query = useMenuOf(day.sittingId, standing.eater.id)
  const act = useStandingAct(standing.id)
  const eatable = (query.data?.offers ?? []).filter(({ clash }) => clash.length === 0)
  // What was ordered and is on the menu no more cannot be kept.
  const picked = chosen.flatMap((dish) => eatable.find((offer) => nameOf(offer) === dish) ?? [])
  const wishesOf = (offers: readonly OfferView[]): StandingWish[] =>
    swapWishes(offers, { said: day.wishes, usual: standing.wishes })
  const save = (): void => {
    setTried(true)
    if (picked.length === 0) return
    const body = { skip: false, wishes: wishesOf(picked) }
    act.mutate({ kind: 'day', day: day.day, body }, { onSuccess: onClose })
  }
  const toggle = (dish: string): void =>
    setChosen(chosen.includes(dish) ? chosen.filter((one) => one !== dish) : [...chosen, dish])
  return (
    <Sheet
      open
      title={WORDS.swapTitle(name)}
      onClose={onClose}
      footer={
        <View className={css.foot}>
          {query.data && picked.length > 0 ? (
            <View className={css.label} {...aria({ live: 'polite' })}>
              {TEXT.money.sum(yuan(sumFenOf(picked, wishesOf(picked), query.data.basis.percent)), purse)}
            </View>
          ) : null}
          {tried && picked.length === 0 ? <View className={css.wrong}>{WORDS.swapNone}</View> : null}
          {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
          <Button block loading={act.isPending} onTap={save}>
            {WORDS.swapGo}
          </Button>
        </View>
      }
    >
      <View className={css.form}>
        <View className={css.help}>
          {WORDS.swapText}
          {day.status === 'ordered' ? WORDS.swapOrdered : ''}
        </View>
        <Async query={query} skeleton={<SkeletonRows count={3} height={44} />}>
          {() => (
            <View className={css.chips}>
              {eatable
                .filter((offer) => offer.left > 0 || chosen.includes(nameOf(offer)))
                .map((offer) => (
                  <ToggleChip key={offer.id} on={picked.includes(offer)} onTap={() => toggle(nameOf(offer))}>
                    {priceText(offer, wishesOf(picked.includes(offer) ? picked : [...picked, offer]))}
                  </ToggleChip>
                ))}
            </View>
          )}
        </Async>
      </View>
    </Sheet>
  )
}

/** A dish in the size in which it would come, and what that costs: `红烧肉 小份 ¥7.00`. */
function priceText(offer: OfferView, wishes: readonly StandingWish[]): string {
  const wish = wishes.find(({ dishNames }) => dishNames[0] === nameOf(offer))
  return wish === undefined ? nameOf(offer) : TEXT.money.price(sizedText(wish), yuan(wishFen(wish, offer).myFen))
}

/** What the chosen dishes come to: the discount is taken off the sum, as the canteen does. */
function sumFenOf(offers: readonly OfferView[], wishes: readonly StandingWish[], percent: number): number {
  const listFen = offers.flatMap((offer, n) => {
    const wish = wishes[n]
    return wish === undefined ? [] : wishFen(wish, offer).listFen
  })
  return percentFen(sumFen(listFen), percent)
}
