import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CheckOutcome, StopView } from '@wanli/contracts/delivery'
import { DELIVERY } from '@wanli/kernel/limits'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import type { Courier } from '../api/deliver'
import { OUTCOME_TEXT, RUN_TEXT as TEXT } from '../run-text'
import { Refused } from './hand-over-sheet'

const OUTCOMES = Object.keys(OUTCOME_TEXT) as CheckOutcome[]
const LEAST = 2

/** How a welfare check ended, in words that the family reads. */
export function CloseCheckSheet(props: { stop: StopView; courier: Courier; onClose: () => void }): ReactNode {
  const { stop, courier, onClose } = props
  const [outcome, setOutcome] = useState<CheckOutcome>('found')
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const finish = (): void => {
    if (words.trim().length < LEAST) setWrong(TEXT.finishWrong)
    else courier.act({ kind: 'close', orderId: stop.orderId, body: { outcome, words: words.trim() } }, onClose)
  }
  return (
    <Sheet
      open
      title={TEXT.finishTitle}
      onClose={onClose}
      footer={
        <Button block size="l" loading={courier.busy} onTap={finish}>
          {TEXT.finishGo}
        </Button>
      }
    >
      <View className={css.form}>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.finishTitle })}>
          {OUTCOMES.map((one) => (
            <Chip key={one} on={outcome === one} onTap={() => setOutcome(one)}>
              {OUTCOME_TEXT[one]}
            </Chip>
          ))}
        </View>
        <Field
          label={TEXT.finishWords}
          value={words}
          placeholder={TEXT.finishPlaceholder}
          maxLength={DELIVERY.wordsLength}
          error={wrong}
          onInput={(text) => {
            setWords(text)
            setWrong('')
          }}
        />
        <Refused courier={courier} />
      </View>
    </Sheet>
  )
}
