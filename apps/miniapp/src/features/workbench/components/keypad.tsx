import { ScrollView, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { LETTERS, NO_NUMBER, placesOf, pressKey, wholeNumber } from '../model/pickup-number'
import { WORKBENCH_TEXT } from '../text'
import css from './keypad.module.scss'

const TEXT = WORKBENCH_TEXT.pickup
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Typing a pick-up number with a thumb: fat keys, the letter in a row of its own, looked up by itself when the third digit is there. */
export function Keypad({ busy, onNumber }: { busy: boolean; onNumber: (number: string) => void }): ReactNode {
  const [typed, setTyped] = useState(NO_NUMBER)
  const clear = (): void => setTyped({ ...typed, digits: '' })
  const press = (key: string): void => {
    const next = pressKey(typed, key)
    const number = wholeNumber(next)
    setTyped(number ? { ...next, digits: '' } : next)
    if (number) onNumber(number)
  }
  const key = (digit: string): ReactNode => (
    <Pressable key={digit} className={css.key} disabled={busy} onTap={() => press(digit)}>
      {digit}
    </Pressable>
  )
  return (
    <View className={css.pad}>
      <View className={css.places} {...aria({ role: 'status', label: `${TEXT.typeHint} ${placesOf(typed).join('')}` })}>
        {placesOf(typed).map((place, index) => (
          <View key={index} className={classList(css.place, place === '' && css.empty)}>
            {place}
          </View>
        ))}
      </View>
      <ScrollView className={css.letters} scrollX enhanced showScrollbar={false}>
        <View className={css.letterRow} {...aria({ role: 'radiogroup', label: TEXT.letters })}>
          {LETTERS.map((letter) => (
            <Pressable
              key={letter}
              className={classList(css.letter, letter === typed.letter && css.on)}
              role="radio"
              facts={{ checked: letter === typed.letter }}
              skipped={letter !== typed.letter}
              onTap={() => press(letter)}
            >
              {letter}
            </Pressable>
          ))}
        </View>
      </ScrollView>
      <View className={css.keys} {...aria({ role: 'group', label: TEXT.digits })}>
        {DIGITS.map(key)}
        <Pressable className={classList(css.key, css.word)} onTap={clear}>
          {TEXT.clear}
        </Pressable>
        {key('0')}
        <Pressable className={css.key} label={TEXT.erase} onTap={() => press('erase')}>
          <Icon name="delete-back-line" size="l" />
        </Pressable>
      </View>
      <View className={css.help}>{TEXT.typeHelp}</View>
    </View>
  )
}
