import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import type { AttemptOutcome, LadderStepView, StopView } from '@wanli/contracts/delivery'
import { CANTEEN } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { phoneCall } from '@/shared/phone-call'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { useRevealPhone, type Courier } from '../api/deliver'
import { RUN_TEXT as TEXT, stepWords } from '../run-text'
import { Refused } from './hand-over-sheet'
import own from './shown.module.scss'

interface CallSheetProps {
  stop: StopView
  step: LadderStepView
  courier: Courier
  onClose: () => void
}

/** One call: the number, shown once and logged, and what came of it. Closing the sheet forgets the number. */
export function CallSheet({ stop, step, courier, onClose }: CallSheetProps): ReactNode {
  const [words, setWords] = useState('')
  const reveal = useRevealPhone(stop.orderId)
  const { mutate } = reveal
  const contact = step.contact ?? 0
  const { step: name } = step
  useEffect(() => {
    if (name === 'self' || name === 'contact' || name === 'committee') mutate({ who: name, contact })
  }, [mutate, name, contact])
  const record = (outcome: AttemptOutcome): void => {
    if (name === 'wait') return
    const said = words.trim()
    const body = { step: name, contact, outcome, ...(said === '' ? {} : { words: said }) }
    courier.act({ kind: 'attempt', orderId: stop.orderId, body }, onClose)
  }
  const number = reveal.data?.phone
  return (
    <Sheet
      open
      title={stepWords(step)}
      onClose={onClose}
      footer={<Answers isCommittee={name === 'committee'} busy={courier.busy} onRecord={record} />}
    >
      <View className={css.form}>
        <View className={own.shown} {...aria({ role: 'status' })}>
          {number ?? (reveal.error === null ? TEXT.finding : asApiError(reveal.error).detail)}
        </View>
        {number === undefined ? null : (
          <Button kind="soft" size="l" block icon="phone-fill" onTap={() => phoneCall(number)}>
            {TEXT.dial(number)}
          </Button>
        )}
        <Field label={TEXT.answeredWords} value={words} maxLength={CANTEEN.noteLength} onInput={setWords} />
        {name === 'committee' ? null : <View className={css.help}>{TEXT.logged}</View>}
        <Refused courier={courier} />
      </View>
    </Sheet>
  )
}

interface AnswersProps {
  isCommittee: boolean
  busy: boolean
  onRecord: (outcome: AttemptOutcome) => void
}

/** What came of a call. Of the committee it only counts that somebody goes. */
function Answers({ isCommittee, busy, onRecord }: AnswersProps): ReactNode {
  return (
    <View className={own.two}>
      <Button kind="line" size="l" block disabled={busy} onTap={() => onRecord(isCommittee ? 'told' : 'answered')}>
        {isCommittee ? TEXT.told : TEXT.answered}
      </Button>
      <Button size="l" block loading={busy} onTap={() => onRecord('no_answer')}>
        {TEXT.notAnswered}
      </Button>
    </View>
  )
}

/** 110 and 120: at any time, without asking anybody first. */
export function EmergencySheet({ stop, courier, onClose }: Omit<CallSheetProps, 'step'>): ReactNode {
  return (
    <Sheet
      open
      title={TEXT.emergency}
      onClose={onClose}
      footer={
        <Button
          block
          size="l"
          loading={courier.busy}
          onTap={() =>
            courier.act(
              { kind: 'attempt', orderId: stop.orderId, body: { step: 'emergency', outcome: 'told' } },
              onClose,
            )
          }
        >
          {TEXT.emergencyDone}
        </Button>
      }
    >
      <View className={css.form}>
        <View>{TEXT.emergencyText}</View>
        <Button kind="danger" size="l" block icon="phone-fill" onTap={() => phoneCall('110')}>
          {TEXT.call110}
        </Button>
        <Button kind="danger" size="l" block icon="phone-fill" onTap={() => phoneCall('120')}>
          {TEXT.call120}
        </Button>
        <Refused courier={courier} />
      </View>
    </Sheet>
  )
}
