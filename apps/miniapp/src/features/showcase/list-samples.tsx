import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FootBar } from '@/shared/ui/foot-bar'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DishPicture } from '@/shared/ui/plate'
import { Price } from '@/shared/ui/price'
import { Segmented } from '@/shared/ui/segmented'
import { Stepper } from '@/shared/ui/stepper'
import { Steps } from '@/shared/ui/steps'
import { Tabs } from '@/shared/ui/tabs'
import { Tile } from '@/shared/ui/tile'
import { Sample } from './sample'
import css from './showcase.module.scss'
import { SHOWCASE_TEXT as T } from './text'

const nothing = (): void => undefined

function DishRow(): ReactNode {
  const [count, setCount] = useState(1)
  return (
    <Sample caption={T.row}>
      <View className={css.dish}>
        <DishPicture picture="dish-01" size="m" />
        <View className={css.words}>
          {T.dish}
          <View className={css.fs2}>{T.allergens}</View>
          <View className={css.foot}>
            <Price fen={1020} wasFen={1200} />
            <Stepper value={count} min={0} max={9} label={T.dish} onChange={setCount} />
          </View>
        </View>
      </View>
    </Sample>
  )
}

/** Rows, tabs, steps, notices. */
export function ListSamples(): ReactNode {
  const [meal, setMeal] = useState<(typeof T.meals)[number]['key']>('lunch')
  const [view, setView] = useState<(typeof T.views)[number]['key']>('list')
  return (
    <>
      <DishRow />
      <Sample caption={T.tabs}>
        <View className={css.stack}>
          <Tabs items={T.meals} current={meal} onChange={setMeal} />
          <Segmented items={T.views} current={view} onChange={setView} />
          <Steps items={T.steps} />
        </View>
      </Sample>
      <Card title={T.cells} flush>
        <Cell tile={<Tile tint="places" icon="wallet-4-line" />} title={T.wallet} text={T.balance} onTap={nothing} />
        <Cell tile={<Tile tint="places" icon="phone-line" />} title={T.ask} onTap={nothing} />
      </Card>
      <Sample caption={T.notices}>
        <View className={css.stack}>
          <NoticeBar tone="warm" icon="alarm-2-line">
            {T.cutOff}
          </NoticeBar>
          <NoticeBar tone="ok" icon="check-circle-line">
            {T.chosen}
          </NoticeBar>
          <NoticeBar tone="info" icon="announcement-line">
            {T.water}
          </NoticeBar>
          <NoticeBar tone="bad" icon="alert-line">
            {T.gas}
          </NoticeBar>
        </View>
      </Sample>
      <Sample caption={T.foot}>
        <FootBar refused={T.gas} narrow>
          <Button block onTap={() => undefined}>
            {T.chosenOne}
          </Button>
        </FootBar>
      </Sample>
    </>
  )
}
