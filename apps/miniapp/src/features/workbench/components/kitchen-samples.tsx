import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SamplesView, SampleView } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Icon } from '@/shared/ui/icon'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DishPicture } from '@/shared/ui/plate'
import { KITCHEN_TEXT } from '../kitchen-text'
import { DishEatersSheet } from './dish-eaters-sheet'
import { SampleBoxes } from './sample-boxes'
import { SampleCorrectSheet } from './sample-correct-sheet'
import { SampleSheet } from './sample-sheet'
import { SampleTrace } from './sample-trace'
import css from './kitchen-samples.module.scss'

const TEXT = KITCHEN_TEXT.samples

type Dish = SamplesView['dishes'][number]

/** 留样: a task for each dish of the meal, and the boxes that stand in the fridge until their 48 hours are over. */
export function KitchenSamples({ samples }: { samples: SamplesView }): ReactNode {
  const [keeping, setKeeping] = useState<Dish | null>(null)
  const [correcting, setCorrecting] = useState<SampleView | null>(null)
  const [asking, setAsking] = useState<Dish | null>(null)
  const { freezeAt } = samples.sitting
  const isCounted = serverNow() >= new Date(freezeAt)
  const missing = samples.dishes.filter(({ sample }) => sample === null).length
  const due = TEXT.due(clockText(new Date(samples.dueAt)))
  return (
    <View className={css.samples}>
      <View className={css.pane}>
        {samples.late ? (
          <NoticeBar tone="bad" icon="alert-fill">
            {TEXT.late}
          </NoticeBar>
        ) : null}
        {isCounted ? null : (
          <NoticeBar tone="info" icon="time-line">
            {TEXT.notYet(clockText(new Date(freezeAt)))}
          </NoticeBar>
        )}
        <Card
          title={TEXT.title}
          extra={<View className={css.small}>{missing === 0 ? TEXT.all : `${due}，${TEXT.help}`}</View>}
          flush
        >
          {samples.dishes.map((dish) => (
            <DishTask
              key={dish.dishId}
              dish={dish}
              late={samples.late}
              isCounted={isCounted}
              onKeep={() => setKeeping(dish)}
              onCorrect={() => setCorrecting(dish.sample)}
              onAsk={() => setAsking(dish)}
            />
          ))}
        </Card>
      </View>
      <View className={css.pane}>
        <SampleBoxes boxes={samples.boxes} onCorrect={setCorrecting} />
      </View>
      {keeping ? <SampleSheet sittingId={samples.sitting.id} dish={keeping} onClose={() => setKeeping(null)} /> : null}
      {correcting ? <SampleCorrectSheet sample={correcting} onClose={() => setCorrecting(null)} /> : null}
      {asking ? (
        <DishEatersSheet
          id={samples.sitting.id}
          dishId={asking.dishId}
          dishName={asking.name}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </View>
  )
}

interface DishTaskProps {
  dish: Dish
  late: boolean
  /** The kitchen has counted: before that nothing is cooked, and nothing can be kept of it. */
  isCounted: boolean
  onKeep: () => void
  onCorrect: () => void
  onAsk: () => void
}

function DishTask({ dish, late, isCounted, onKeep, onCorrect, onAsk }: DishTaskProps): ReactNode {
  const { name, picture, sample } = dish
  return (
    <View className={classList(css.row, sample !== null && css.record)}>
      <DishPicture picture={picture} size="s" />
      <View className={css.dish}>
        <View className={css.name}>{name}</View>
        {sample === null ? (
          <View className={late ? css.late : css.small}>{TEXT.missing}</View>
        ) : (
          <View className={css.kept}>
            <Icon name="check-circle-fill" size="xs" />
            {TEXT.kept(clockText(new Date(sample.takenAt)), sample.grams, sample.place, sample.takenBy)}
          </View>
        )}
        {sample === null ? null : <SampleTrace sample={sample} />}
      </View>
      <View className={css.acts}>
        <Button kind="text" size="s" label={TEXT.whoLabel(name)} onTap={onAsk}>
          {TEXT.who}
        </Button>
        {sample !== null && sample.discardedAt === null ? (
          <Button kind="text" size="s" label={TEXT.correctLabel(name)} onTap={onCorrect}>
            {TEXT.correct}
          </Button>
        ) : null}
        {sample === null && isCounted ? (
          <Button kind={late ? 'danger' : 'soft'} size="s" label={TEXT.keepLabel(name)} onTap={onKeep}>
            {TEXT.keep}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
