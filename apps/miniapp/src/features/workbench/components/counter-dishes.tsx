import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { OfferView, Portion } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { SECTION_TEXT, sectionOf, sectionsOf, type SectionKey } from '@/shared/text/menu-sections'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { navRoom } from '@/shared/ui/nav-room'
import { DishPicture } from '@/shared/ui/plate'
import { Stepper } from '@/shared/ui/stepper'
import { Tabs } from '@/shared/ui/tabs'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { countOf, portionsIn, withCount, type CounterBasket } from '../model/counter-basket'
import css from './counter-dishes.module.scss'

interface CounterDishesProps {
  offers: readonly OfferView[]
  basket: CounterBasket
  /** Which meal, and until when: on a wide screen the head says it. */
  meal: string
  onChange: (basket: CounterBasket) => void
}

/** From here on a number of portions is said: before that there is enough. */
const FEW = 10
const MOST = 20

const DISHES = 'counter-dishes'

/** The dishes of the meal as tiles to be counted by a thumb: on a phone those of one kind, and how many of each kind were chosen. */
export function CounterDishes({ offers, basket, meal, onChange }: CounterDishesProps): ReactNode {
  const [chosen, setChosen] = useState<SectionKey | null>(null)
  const sections = sectionsOf(offers)
  const kind = sections.find(({ key }) => key === chosen)?.key ?? sections[0]?.key
  const room = navRoom()
  const turnTo = (key: SectionKey): void => {
    setChosen(key)
    // Whoever stands at the end of the longest kind would see none of a short one.
    void Taro.pageScrollTo({ selector: `#${DISHES}`, offsetTop: -room.status - room.bar, duration: 0 })
  }
  return (
    <View id={DISHES}>
      <Card title={TEXT.dishes} extra={<View className={css.meal}>{meal}</View>}>
        {kind === undefined ? null : (
          <View className={css.kinds} style={{ top: `calc(${room.status + room.bar}px + env(safe-area-inset-top))` }}>
            <Tabs
              items={sections.map(({ key, offers: own }) => ({
                key,
                label: SECTION_TEXT[key],
                count: portionsIn(basket, own),
              }))}
              current={kind}
              onChange={turnTo}
            />
          </View>
        )}
        <View className={css.grid}>
          {offers.map((offer) => (
            <View key={offer.id} className={classList(css.dish, sectionOf(offer) !== kind && css.other)}>
              <Dish offer={offer} basket={basket} onChange={onChange} />
            </View>
          ))}
        </View>
      </Card>
    </View>
  )
}

function Dish({
  offer,
  basket,
  onChange,
}: Pick<CounterDishesProps, 'basket' | 'onChange'> & { offer: OfferView }): ReactNode {
  const { dish, half, left } = offer
  const gone = left === 0
  const [wholes, halves] = [countOf(basket, offer.id, 'whole'), countOf(basket, offer.id, 'half')]
  // Two small ones are a portion: whoever stands here is not told after the cash is taken that there is less.
  const most = { whole: Math.floor((2 * left - halves) / 2), half: 2 * (left - wholes) }
  const size = (portion: Portion, fen: number): ReactNode => (
    <View className={css.size}>
      <View className={css.price}>
        <View className={css.label}>{portion === 'half' ? TEXT.half : TEXT.whole}</View>¥{yuan(fen)}
      </View>
      <Stepper
        value={portion === 'half' ? halves : wholes}
        min={0}
        max={Math.max(0, Math.min(MOST, most[portion]))}
        label={portion === 'half' ? `${dish.name} ${TEXT.half}` : dish.name}
        onChange={(count) => onChange(withCount(basket, offer.id, portion, count))}
      />
    </View>
  )
  return (
    <>
      <View className={css.head}>
        <DishPicture picture={dish.picture} size="s" dim={gone} />
        <View className={css.name}>{dish.name}</View>
        <View className={css.left}>{gone ? TEXT.soldOut : left <= FEW ? TEXT.left(left) : ''}</View>
      </View>
      {gone ? null : (
        <View>
          {size('whole', offer.listFen)}
          {half ? size('half', half.listFen) : null}
        </View>
      )}
    </>
  )
}
