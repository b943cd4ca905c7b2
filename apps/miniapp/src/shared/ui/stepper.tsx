import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
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
  return (
    <View className={css.stepper} {...aria({ role: 'group', label: UI_TEXT.count(label, value) })}>
      {empty ? null : (
        <Pressable
          className={classList(css.knob, value <= min && css.off)}
          label={UI_TEXT.fewer(label)}
          disabled={value <= min}
          onTap={() => onChange(value - 1)}
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
