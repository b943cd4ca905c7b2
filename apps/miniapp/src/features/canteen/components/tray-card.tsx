import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteRequest, SittingView } from '@wanli/contracts/canteen'
import { percentFen, yuan } from '@wanli/kernel/money'
import { useSession } from '@/shared/http/session'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { Pressable } from '@/shared/ui/pressable'
import { Skeleton } from '@/shared/ui/skeleton'
import { useQuote } from '../api/get-quote'
import { linesOfTray, spaced, splitName, type Tray } from '../model/trays'
import { CANTEEN_TEXT } from '../text'
import { ClashTag } from './clash-tag'
import css from './tray-card.module.scss'
import { TrayPicture } from './tray-picture'

const TEXT = CANTEEN_TEXT.elder

interface TrayCardProps {
  tray: Tray
  sitting: SittingView
  forPersonId: string | null
  onTap: () => void
}

/** What this person really pays for a tray, subsidy and all; the discounted price when the exact one cannot be had, a guest the list price. */
function useTrayPrice({ tray, sitting, forPersonId }: Omit<TrayCardProps, 'onTap'>): number | null {
  const { person } = useSession()
  const request: QuoteRequest = {
    sittingId: sitting.id,
    lines: linesOfTray(tray),
    mode: 'dine_in',
    ...(forPersonId ? { forPersonId } : {}),
  }
  const quote = useQuote(person && request, sitting.offers)
  if (quote.data) return quote.data.payFen
  return person && !quote.isError ? null : percentFen(tray.listFen, sitting.basis.percent)
}

/** One tray to choose: the whole card is the button. */
export function TrayCard({ onTap, ...facts }: TrayCardProps): ReactNode {
  const { tray } = facts
  const price = useTrayPrice(facts)
  const { short, inside } = splitName(tray.main.dish.name)
  const alone = inside || TEXT.setMeal
  const sides = tray.sides.length > 0 ? CANTEEN_TEXT.names(tray.sides.map(({ dish }) => dish.name)) : alone
  const spoken = [short, sides, price === null ? '' : TEXT.yuan(yuan(price))]
  return (
    <Pressable className={css.card} label={spoken.filter((part) => part !== '').join('，')} onTap={onTap}>
      <View className={css.picture}>
        <TrayPicture tray={tray} />
      </View>
      <View className={css.words}>
        <View className={css.name}>{short}</View>
        <View className={css.sides}>{tray.sides.length > 0 ? sides : spaced(alone)}</View>
        <ClashTag clash={[tray.main, ...tray.sides].flatMap(({ clash }) => clash)} forPersonId={facts.forPersonId} />
        <View className={css.foot}>
          <View className={css.price}>
            {price === null ? <Skeleton height={22} width="90px" /> : <Money fen={price} size="l" />}
          </View>
          <View className={css.go}>
            <Icon name="right-line" />
          </View>
        </View>
      </View>
    </Pressable>
  )
}
