import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import css from './name-finder.module.scss'

/** Finding the meal of somebody without a phone: by card, or surname and the phone's last four digits. */
export function NameFinder({ busy, onName }: { busy: boolean; onName: (q: string) => void }): ReactNode {
  const [text, setText] = useState('')
  const go = (): void => {
    if (text.trim().length >= 2 && !busy) onName(text.trim())
  }
  return (
    <Card>
      <View className={css.finder}>
        <Field
          label={TEXT.byNameLabel}
          value={text}
          maxLength={40}
          placeholder={TEXT.byNameHint}
          onInput={setText}
          onConfirm={go}
        />
        <Button size="l" block icon="search-line" loading={busy} onTap={go}>
          {TEXT.byNameGo}
        </Button>
        <View className={css.help}>{TEXT.byNameHelp}</View>
      </View>
    </Card>
  )
}
