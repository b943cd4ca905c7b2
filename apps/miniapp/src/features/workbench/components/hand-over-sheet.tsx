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

/** Somebody whose name is not recorded, and why they took it. */
interface Stranger {
  name: string
  reason: string
}

/** A hand-over to the eater (`seen`), to who was typed (`other`), or to a recorded name; null while something is missing. */
function requestOf(choice: string, { name, reason }: Stranger): HandOverRequest | null {
  if (choice === 'seen') return { how: 'seen' }
  if (choice !== 'other') return { how: 'named', name: choice }
  const typed = { name: name.trim(), reason: reason.trim() }
  return typed.name === '' || typed.reason === '' ? null : { how: 'other', ...typed }
}

/** Who took the meal: the eater, somebody whose name is recorded, or somebody else with a name and a reason. */
export function HandOverSheet({ stop, courier, onClose, onDone }: HandOverSheetProps): ReactNode {
  const [choice, setChoice] = useState('seen')
  const [stranger, setStranger] = useState<Stranger>({ name: '', reason: '' })
  const [wrong, setWrong] = useState('')
  const choose = (next: string): void => {
    setChoice(next)
    setWrong('')
    courier.clear()
  }
  const give = (): void => {
    const body = requestOf(choice, stranger)
    if (body === null) setWrong(TEXT.otherWrong)
    else courier.act({ kind: 'hand_over', orderId: stop.orderId, body }, () => onDone(body.name ?? TEXT.self))
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
          <StrangerFields
            stranger={stranger}
            wrong={wrong}
            onChange={(next) => {
              setStranger(next)
              setWrong('')
            }}
          />
        ) : (
          <View className={css.help}>{choice === 'seen' ? TEXT.seenText : TEXT.rule}</View>
        )}
        <Refused courier={courier} />
      </View>
    </Sheet>
  )
}

interface StrangerFieldsProps {
  stranger: Stranger
  wrong: string
  onChange: (stranger: Stranger) => void
}

function StrangerFields({ stranger, wrong, onChange }: StrangerFieldsProps): ReactNode {
  return (
    <>
      <Field
        label={TEXT.otherName}
        value={stranger.name}
        placeholder={TEXT.otherNamePlaceholder}
        maxLength={DELIVERY.nameLength}
        error={wrong}
        onInput={(name) => onChange({ ...stranger, name })}
      />
      <Field
        label={TEXT.otherReason}
        value={stranger.reason}
        placeholder={TEXT.otherReasonPlaceholder}
        maxLength={DELIVERY.reasonLength}
        onInput={(reason) => onChange({ ...stranger, reason })}
      />
    </>
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
