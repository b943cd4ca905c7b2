import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DishFigures, FiguresView } from '@wanli/contracts/manage'
import { yuan } from '@wanli/kernel/money'
import { aria, scrollable } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Segmented } from '@/shared/ui/segmented'
import { MANAGE_TEXT as TEXT } from '../manage-text'
import { inChart, isGoing } from '../model/figures'
import css from './dish-figures-card.module.scss'

/** Every dish: how much of what was cooked was had, drawn or as a table. */
export function DishFiguresCard({ view }: { view: FiguresView }): ReactNode {
  const [way, setWay] = useState<'chart' | 'table'>('chart')
  const cooked = isGoing(view) ? TEXT.toCook : TEXT.cooked
  return (
    <Card
      title={TEXT.dishes}
      extra={
        <View className={css.way}>
          <Segmented
            items={[
              { key: 'chart', label: TEXT.chart },
              { key: 'table', label: TEXT.table },
            ]}
            current={way}
            onChange={setWay}
          />
        </View>
      }
    >
      {way === 'chart' ? (
        <Chart dishes={view.dishes} cooked={cooked} />
      ) : (
        <Table dishes={view.dishes} cooked={cooked} />
      )}
    </Card>
  )
}

interface WayProps {
  dishes: readonly DishFigures[]
  /** What was cooked, or is to be, in words. */
  cooked: string
}

function Chart({ dishes, cooked }: WayProps): ReactNode {
  const most = Math.max(1, ...dishes.map(({ cookedHalves }) => cookedHalves))
  const width = (halves: number): string => `${Math.round((halves * 100) / most)}%`
  return (
    <>
      <View className={css.legend}>
        <View className={css.servedMark} />
        {TEXT.served}
        <View className={css.cookedMark} />
        {cooked}
      </View>
      {inChart(dishes).map((dish) => (
        <View
          key={dish.dishId}
          className={css.bar}
          {...aria({
            role: 'img',
            label: `${dish.dishName}，${cooked} ${TEXT.portionsText(dish.cookedHalves)}，${TEXT.served} ${TEXT.portionsText(dish.servedHalves)}`,
          })}
        >
          <View className={css.name}>{dish.dishName}</View>
          <View className={css.track}>
            <View className={css.cooked} style={{ width: width(dish.cookedHalves) }} />
            <View className={css.served} style={{ width: width(dish.servedHalves) }} />
          </View>
          <View className={css.count}>
            {TEXT.portions(dish.servedHalves)}
            <View className={css.of}>{`/ ${TEXT.portions(dish.cookedHalves)}`}</View>
          </View>
        </View>
      ))}
    </>
  )
}

function Table({ dishes, cooked }: WayProps): ReactNode {
  const heads = [TEXT.dish, cooked, TEXT.ordered, TEXT.served, TEXT.lost, TEXT.wasted, TEXT.pay, TEXT.cost]
  return (
    <View className={css.scroll} {...scrollable()}>
      <View className={css.table} {...aria({ role: 'table', label: TEXT.dishes })}>
        <View className={css.row} {...aria({ role: 'row' })}>
          {heads.map((head) => (
            <View key={head} className={css.head} {...aria({ role: 'columnheader' })}>
              {head}
            </View>
          ))}
        </View>
        {dishes.map((dish) => (
          <View key={dish.dishId} className={css.row} {...aria({ role: 'row' })}>
            {[
              dish.dishName,
              TEXT.portions(dish.cookedHalves),
              TEXT.portions(dish.orderedHalves),
              TEXT.portions(dish.servedHalves),
              TEXT.portions(dish.notCollectedHalves),
              dish.wastedHalves === null ? TEXT.going : TEXT.portions(dish.wastedHalves),
              yuan(dish.payFen),
              yuan(dish.costFen),
            ].map((text, index) => (
              <View key={heads[index]} className={index === 0 ? css.first : css.cell} {...aria({ role: 'cell' })}>
                {text}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
