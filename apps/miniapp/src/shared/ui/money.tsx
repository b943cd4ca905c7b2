import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { aria } from './aria'
import { classList } from './class-list'
import css from './money.module.scss'
import { UI_TEXT } from './text'

interface MoneyProps {
  /** Amount in fen. */
  fen: number
  /** s body, m price in a row, l bar total, xl number read aloud. */
  size?: 's' | 'm' | 'l' | 'xl'
  /** Money that moved: `+` or `−` in front, green when it came in. */
  signed?: boolean
}

/** An amount: ¥ small, yuan big, fen small, on one baseline. */
export function Money({ fen, size = 'm', signed = false }: MoneyProps): ReactNode {
  const [whole, cents] = yuan(Math.abs(fen)).split('.')
  const sign = fen < 0 ? '−' : signed && fen > 0 ? '+' : ''
  return (
    <View
      className={classList(css.money, css[size], signed && fen > 0 && css.in)}
      {...aria({ role: 'img', label: spoken(fen, signed) })}
    >
      {sign ? <Text>{sign}</Text> : null}
      {signed ? null : <Text className={css.sign}>¥</Text>}
      <Text>{whole}</Text>
      <Text className={css.fen}>.{cents}</Text>
    </View>
  )
}

function spoken(fen: number, signed: boolean): string {
  const amount = `${yuan(Math.abs(fen))}${UI_TEXT.yuan}`
  if (fen < 0) return UI_TEXT.minus + amount
  return signed && fen > 0 ? UI_TEXT.plus + amount : amount
}
