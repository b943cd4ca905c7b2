import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Denomination } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import { COUNTER_TEXT } from '../counter-text'
import { COINS, digitsOnly, NOTES, yuanOf, type TypedCount } from '../model/cash-count'
import css from './cash-count-card.module.scss'

const TEXT = COUNTER_TEXT.day

interface CashCountCardProps {
  typed: TypedCount
  onChange: (worth: Denomination, text: string) => void
}

/** Notes and coins, counted one kind after another; beside each what it comes to. */
export function CashCountCard({ typed, onChange }: CashCountCardProps): ReactNode {
  const row = (worth: Denomination, label: string): ReactNode => (
    <View key={worth} className={css.row}>
      <View className={css.label}>{label}</View>
      <View className={css.field}>
        <Field
          label={label}
          quiet
          type="number"
          value={typed[worth] ?? ''}
          placeholder="0"
          maxLength={4}
          onInput={(text) => onChange(worth, digitsOnly(text))}
        />
      </View>
      <View className={css.worth}>¥{yuan(Number(worth) * Number(typed[worth] ?? 0))}</View>
    </View>
  )
  return (
    <Card title={TEXT.count}>
      <View className={css.rows}>
        {NOTES.map((worth) => row(worth, TEXT.sheets(yuanOf(worth))))}
        {COINS.map((worth) => row(worth, TEXT.coins(yuanOf(worth))))}
      </View>
    </Card>
  )
}
