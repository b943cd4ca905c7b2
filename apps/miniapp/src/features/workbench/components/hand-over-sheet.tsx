import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { HandOverRequest, StopView } from '@wanli/contracts/delivery'
import { DELIVERY } from '@wanli/kernel/limits'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import type { Courier } from '../api/deliver'
import { RUN_TEXT as TEXT } from '../run-text'

interface HandOverSheetProps {
  stop: StopView
  courier: Courier
  onClose: () => void
  onDone: (to: string) => void
}

/** Who took the meal: the eater, somebody whose name is recorded, or somebody else with a name and a reason. */
export function HandOverSheet({ stop, courier, onClose, onDone }: HandOverSheetProps): ReactNode {
  const [choice, setChoice] = useState('seen')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const choose = (next: string): void => {
    setChoice(next)
    setWrong('')
    courier.clear()
  }
  const give = (): void => {
    const isOther = choice === 'other'
    if (isOther && (name.trim() === '' || reason.trim() === '')) {
      setWrong(TEXT.otherWrong)
      return
    }
    const body: HandOverRequest =
      choice === 'seen'
        ? { how: 'seen' }
        : isOther
          ? { how: 'other', name: name.trim(), reason: reason.trim() }
          : { how: 'named', name: choice }
    const to = choice === 'seen' ? TEXT.self : isOther ? name.trim() : choice
    courier.act({ kind: 'hand_over', orderId: stop.orderId, body }, () => onDone(to))
  }
  return (
    <Sheet
      open
      title={TEXT.giveTitle}
      onClose={onClose}
      footer={
        <Button block size="l" loading={courier.busy} onTap={give}>
          {TEXT.give}
        </Button>
      }
    >
      <View className={css.form}>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.giveTitle })}>
          <Chip on={choice === 'seen'} onTap={() => choose('seen')}>
            {TEXT.seen}
          </Chip>
          {stop.receivers.map((person) => (
            <Chip key={person.name} on={choice === person.name} onTap={() => choose(person.name)}>
              {`${person.relation}${person.name}`}
            </Chip>
          ))}
          <Chip on={choice === 'other'} onTap={() => choose('other')}>
            {TEXT.other}
          </Chip>
        </View>
        {choice === 'other' ? (
          <>
            <Field
              label={TEXT.otherName}
              value={name}
              placeholder={TEXT.otherNamePlaceholder}
              maxLength={DELIVERY.nameLength}
              error={wrong}
              onInput={(text) => {
                setName(text)
                setWrong('')
              }}
            />
            <Field
              label={TEXT.otherReason}
              value={reason}
              placeholder={TEXT.otherReasonPlaceholder}
              maxLength={DELIVERY.reasonLength}
              onInput={(text) => {
                setReason(text)
                setWrong('')
              }}
            />
          </>
        ) : (
          <View className={css.help}>{choice === 'seen' ? TEXT.seenText : TEXT.rule}</View>
        )}
        <Refused courier={courier} />
      </View>
    </Sheet>
  )
}

/** Why the last act was not done. */
export function Refused({ courier }: { courier: Courier }): ReactNode {
  return courier.refused === '' ? null : (
    <View className={css.wrong} {...aria({ role: 'alert' })}>
      {courier.refused}
    </View>
  )
}
