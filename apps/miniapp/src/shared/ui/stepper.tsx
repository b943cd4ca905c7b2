import { Text, View } from '@tarojs/components'
import { useId, type ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import { focusSoon } from './focus'
import { Icon } from './icon'
import { Pressable } from './pressable'
import css from './stepper.module.scss'
import { UI_TEXT } from './text'

interface StepperProps {
  value: number
  min: number
  max: number
  /** Name of the thing counted, for those who listen. */
  label: string
  onChange: (value: number) => void
}

/** Counts portions. At its least value zero only the plus is drawn, so that an empty menu stays calm. */
export function Stepper({ value, min, max, label, onChange }: StepperProps): ReactNode {
  const empty = value === 0 && min === 0
  const add = useId()
  const lessen = (): void => {
    onChange(value - 1)
    // The minus goes with the last one: who goes by keyboard stays at this dish.
    if (value === 1 && min === 0) focusSoon(add)
  }
  return (
    <View className={css.stepper} {...aria({ role: 'group', label: UI_TEXT.count(label, value) })}>
      {empty ? null : (
        <Pressable
          className={classList(css.knob, value <= min && css.off)}
          label={UI_TEXT.fewer(label)}
          disabled={value <= min}
          onTap={lessen}
        >
          <Icon name="minimize-line" size="s" />
        </Pressable>
      )}
      {empty ? null : (
        <Text className={css.value} {...aria({ live: 'polite' })}>
          {value}
        </Text>
      )}
      <Pressable
        id={add}
        className={classList(css.knob, css.add, value >= max && css.full)}
        label={UI_TEXT.more(label)}
        disabled={value >= max}
        onTap={() => onChange(value + 1)}
      >
        <Icon name="add-line" size="s" />
      </Pressable>
    </View>
  )
}
