import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SamplesView, SampleView } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Icon } from '@/shared/ui/icon'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DishPicture } from '@/shared/ui/plate'
import { KITCHEN_TEXT } from '../kitchen-text'
import { DishEatersSheet } from './dish-eaters-sheet'
import { SampleBoxes } from './sample-boxes'
import { SampleCorrectSheet } from './sample-correct-sheet'
import { SampleSheet } from './sample-sheet'
import { SampleTrace } from './sample-trace'
import { SampleVoidSheet } from './sample-void-sheet'
import { SampleVoided } from './sample-voided'
import css from './kitchen-samples.module.scss'

const TEXT = KITCHEN_TEXT.samples

type Dish = SamplesView['dishes'][number]

/** What is being done, in a sheet over the page. */
type Doing = { keep: Dish } | { correct: SampleView } | { toVoid: SampleView } | { ask: Dish } | null

interface KitchenSamplesProps {
  samples: SamplesView
  /** Whether something is being typed: that must not go with the day. */
  onHold: (inHand: boolean) => void
}

/** 留样: a task for each dish of the meal, and the boxes that stand in the fridge until their 48 hours are over. */
export function KitchenSamples({ samples, onHold }: KitchenSamplesProps): ReactNode {
  const [doing, setDoing] = useState<Doing>(null)
  const turnTo = (next: Doing): void => {
    setDoing(next)
    onHold(next !== null)
  }
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
        {isCounted || samples.dishes.length === 0 ? null : (
          <NoticeBar tone="info" icon="time-line">
            {TEXT.notYet(clockText(new Date(freezeAt)))}
          </NoticeBar>
        )}
        {samples.dishes.length === 0 ? null : (
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
                onKeep={() => turnTo({ keep: dish })}
                onCorrect={(correct) => turnTo({ correct })}
                onAsk={() => turnTo({ ask: dish })}
              />
            ))}
          </Card>
        )}
      </View>
      <View className={css.pane}>
        <SampleBoxes boxes={samples.boxes} onCorrect={(correct) => turnTo({ correct })} />
        <SampleVoided records={samples.voided} />
        <Button kind="line" block icon="history-line" onTap={() => go('/features/workbench/pages/samples/index')}>
          {TEXT.earlier}
        </Button>
      </View>
      <Sheets sitting={samples.sitting} doing={doing} onDo={turnTo} />
    </View>
  )
}

interface SheetsProps {
  sitting: SamplesView['sitting']
  doing: Doing
  onDo: (doing: Doing) => void
}

function Sheets({ sitting, doing, onDo }: SheetsProps): ReactNode {
  const close = (): void => onDo(null)
  if (doing === null) return null
  if ('keep' in doing) return <SampleSheet sitting={sitting} dish={doing.keep} onClose={close} />
  if ('toVoid' in doing) return <SampleVoidSheet sample={doing.toVoid} onClose={close} />
  if ('correct' in doing) {
    const { correct } = doing
    return <SampleCorrectSheet sample={correct} onVoid={() => onDo({ toVoid: correct })} onClose={close} />
  }
  const { dishId, name } = doing.ask
  return <DishEatersSheet id={sitting.id} dishId={dishId} dishName={name} onClose={close} />
}

interface DishTaskProps {
  dish: Dish
  late: boolean
  /** The kitchen has counted: before that nothing is cooked, and nothing can be kept of it. */
  isCounted: boolean
  onKeep: () => void
  onCorrect: (sample: SampleView) => void
  onAsk: () => void
}

function DishTask({ dish, late, isCounted, onKeep, onCorrect, onAsk }: DishTaskProps): ReactNode {
  const { name, picture, sample } = dish
  return (
    <View className={classList(css.row, sample === null ? css.task : css.record)}>
      <DishPicture picture={picture} size="s" />
      <View className={css.dish}>
        <View className={css.name}>{name}</View>
        {sample === null ? (
          <View className={late ? css.late : css.small}>{TEXT.missing}</View>
        ) : (
          <View className={css.kept}>
            <Icon name="check-circle-fill" size="xs" />
            <View>
              <Facts
                text={TEXT.kept(clockText(new Date(sample.takenAt)), sample.grams, sample.place, sample.takenBy)}
              />
            </View>
          </View>
        )}
        {sample === null ? null : <SampleTrace sample={sample} />}
      </View>
      <View className={css.acts}>
        <Button kind="text" size="s" label={TEXT.whoLabel(name)} onTap={onAsk}>
          {TEXT.who}
        </Button>
        {sample !== null && sample.discardedAt === null ? (
          <Button kind="text" size="s" label={TEXT.correctLabel(name)} onTap={() => onCorrect(sample)}>
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
