import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OfferView } from '@wanli/contracts/canteen'
import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { percentFen, sumFen, yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { useMenuOf } from '../api/diet'
import { useStandingAct } from '../api/standing'
import { wishFor } from '../model/wishes'
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

/** What the chosen dishes come to: the discount is taken off the sum, as the canteen does. */
const sumOf = (offers: readonly OfferView[], chosen: readonly string[], percent: number): number =>
  percentFen(sumFen(offers.filter(({ dish }) => chosen.includes(dish.name)).map(({ listFen }) => listFen)), percent)

/** Something else on one day, chosen from that day's menu with its prices; what the eater does not eat is not in it. */
export function SwapSheet({ standing, day, name, purse, onClose }: SwapSheetProps): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>(day.dishes)
  const [tried, setTried] = useState(false)
  const query = useMenuOf(day.sittingId, standing.eater.id)
  const act = useStandingAct(standing.id)
  const eatable = ({ clash }: OfferView): boolean => clash.length === 0
  const save = (): void => {
    setTried(true)
    if (chosen.length === 0) return
    act.mutate(
      { kind: 'day', day: day.day, body: { skip: false, wishes: chosen.map(wishFor) } },
      { onSuccess: onClose },
    )
  }
  const toggle = (dish: string): void =>
    setChosen(chosen.includes(dish) ? chosen.filter((one) => one !== dish) : [...chosen, dish])
  return (
    <Sheet
      open
      title={WORDS.swapTitle(name)}
      onClose={onClose}
      footer={
        <Button block loading={act.isPending} onTap={save}>
          {WORDS.swapGo}
        </Button>
      }
    >
      <View className={css.form}>
        <View className={css.help}>
          {WORDS.swapText}
          {day.status === 'ordered' ? WORDS.swapOrdered : ''}
        </View>
        <Async query={query} skeleton={<SkeletonRows count={3} height={44} />}>
          {({ offers, basis }) => (
            <>
              <View className={css.chips}>
                {offers.filter(eatable).map(({ id, dish, left, myFen }) =>
                  left === 0 && !chosen.includes(dish.name) ? null : (
                    <ToggleChip key={id} on={chosen.includes(dish.name)} onTap={() => toggle(dish.name)}>
                      {TEXT.money.price(dish.name, yuan(myFen))}
                    </ToggleChip>
                  ),
                )}
              </View>
              {chosen.length > 0 ? (
                <View className={css.label}>{TEXT.money.sum(yuan(sumOf(offers, chosen, basis.percent)), purse)}</View>
              ) : null}
            </>
          )}
        </Async>
        {tried && chosen.length === 0 ? <View className={css.wrong}>{WORDS.swapNone}</View> : null}
        {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      </View>
    </Sheet>
  )
}
