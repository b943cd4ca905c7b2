import { useDidHide } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { canSpeak, speak, stopSpeaking } from '@/shared/speech'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import css from './elder-home.module.scss'
import { HOME_TEXT } from './text'

/** Reads the page aloud; not there where the device cannot. */
export function ReadAloud({ text }: { text: string }): ReactNode {
  const [reading, setReading] = useState(false)
  useDidHide(stopSpeaking)
  useEffect(() => stopSpeaking, [])
  if (!canSpeak()) return null
  const toggle = (): void => {
    if (reading) stopSpeaking()
    else speak(text, () => setReading(false))
    setReading(!reading)
  }
  return (
    <Pressable className={css.say} onTap={toggle}>
      <Icon name={reading ? 'pause-fill' : 'volume-fill'} />
      {reading ? HOME_TEXT.stopReading : HOME_TEXT.readAloud}
    </Pressable>
  )
}
