import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SampleView } from '@wanli/contracts/kitchen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { useNow } from '@/shared/now'
import { restTaps } from '@/shared/tap-rest'
import { dayAndMeal } from '@/shared/text/when'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Facts } from '@/shared/ui/facts'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { discardSample } from '../api/samples'
import { KITCHEN_TEXT } from '../kitchen-text'
import css from './kitchen-samples.module.scss'
import { SampleTrace } from './sample-trace'

const TEXT = KITCHEN_TEXT.samples

interface SampleBoxesProps {
  boxes: readonly SampleView[]
  onCorrect: (box: SampleView) => void
}

/** Boxes in the fridge, those whose time is over first. */
export function SampleBoxes({ boxes, onCorrect }: SampleBoxesProps): ReactNode {
  const now = useNow(30)
  return (
    <Card title={boxes.length === 0 ? TEXT.noBoxes : TEXT.boxes(boxes.length)} flush={boxes.length > 0}>
      {boxes.map((box) => (
        <Box key={box.id} box={box} now={now} onCorrect={() => onCorrect(box)} />
      ))}
    </Card>
  )
}

function Box({ box, now, onCorrect }: { box: SampleView; now: Date; onCorrect: () => void }): ReactNode {
  const { key, renew } = useIdempotencyKey()
  const discard = useMutation({
    mutationFn: () => discardSample(box.id, key),
    onSuccess: () => {
      renew()
      toast(TEXT.discarded)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      toast(error.code === 'network' ? KITCHEN_TEXT.network : error.detail)
    },
  })
  const go = (): void => {
    // The next box moves up under the finger: it stays in the fridge.
    restTaps()
    discard.mutate()
  }
  const today = businessDayOf(now)
  const until = new Date(box.keepUntil)
  const meal = dayAndMeal(box.day, box.meal, today)
  const over = now >= until
  return (
    <View className={css.row}>
      <View className={css.dish}>
        <View className={css.name}>{box.dishName}</View>
        <View className={css.small}>
          <Facts text={TEXT.box(meal, box.grams, box.place)} />
        </View>
        <SampleTrace sample={box} />
        {over ? (
          <Tag tone="warm">{TEXT.canDiscard}</Tag>
        ) : (
          <View className={css.small}>{TEXT.until(`${dayText(businessDayOf(until), today)} ${clockText(until)}`)}</View>
        )}
      </View>
      {over ? (
        <Button
          kind="line"
          size="s"
          label={TEXT.discardLabel(box.dishName, meal)}
          loading={discard.isPending}
          onTap={go}
        >
          {TEXT.discard}
        </Button>
      ) : (
        <Button kind="text" size="s" label={TEXT.correctLabel(`${meal} ${box.dishName}`)} onTap={onCorrect}>
          {TEXT.correct}
        </Button>
      )}
    </View>
  )
}
