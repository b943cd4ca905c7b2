import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Figures } from '@wanli/contracts/manage'
import { yuan } from '@wanli/kernel/money'
import { classList } from '@/shared/ui/class-list'
import { MANAGE_TEXT as TEXT } from '../manage-text'
import css from './figure-strip.module.scss'

interface FigureStripProps {
  figures: Figures
  /** A meal of the span is still to be served or being served: neither all of its cost nor all of its money is there. */
  going: boolean
}

/** The figures a manager looks at first. */
export function FigureStrip({ figures, going }: FigureStripProps): ReactNode {
  const { cookedHalves, servedHalves, wastedHalves, resultFen } = figures
  const besides = wastedHalves === null ? 0 : cookedHalves - servedHalves - wastedHalves
  return (
    <View className={css.strip}>
      <Figure value={TEXT.portionsText(servedHalves)} label={TEXT.served} tone="good" />
      <Figure value={TEXT.portionsText(cookedHalves)} label={going ? TEXT.toCook : TEXT.cooked} />
      <Figure
        value={wastedHalves === null ? TEXT.going : TEXT.portionsText(wastedHalves)}
        label={TEXT.wasted}
        tone="warm"
      />
      <Figure value={`¥${yuan(figures.payFen)}`} label={TEXT.pay} />
      <Figure value={`¥${yuan(figures.subsidyFen)}`} label={TEXT.subsidy} />
      <Figure value={`¥${yuan(figures.discountFen)}`} label={TEXT.discount} />
      <Figure value={`¥${yuan(figures.costFen)}`} label={TEXT.cost} />
      <Figure
        value={signedYuan(resultFen)}
        label={TEXT.result}
        tone={going ? undefined : resultFen < 0 ? 'bad' : 'good'}
      />
      {besides > 0 ? <View className={css.later}>{TEXT.cookedBesides(TEXT.portionsText(besides))}</View> : null}
      <View className={css.later}>{TEXT.cookedHelp}</View>
      {going ? <View className={css.later}>{TEXT.resultLater}</View> : null}
    </View>
  )
}

/** `¥12.50`, `−¥3.00`. */
const signedYuan = (fen: number): string => `${fen < 0 ? '−' : ''}¥${yuan(Math.abs(fen))}`

function Figure({ value, label, tone }: { value: string; label: string; tone?: 'good' | 'warm' | 'bad' }): ReactNode {
  return (
    <View className={css.figure}>
      <View className={classList(css.value, tone && css[tone])}>{value}</View>
      <View className={css.label}>{label}</View>
    </View>
  )
}
