import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Nutrition } from '@wanli/contracts/canteen'
import { CANTEEN_TEXT } from '../text'
import css from './nutrition-table.module.scss'

const TEXT = CANTEEN_TEXT.menu

/** What one portion gives, in five figures. */
export function NutritionTable({ nutrition }: { nutrition: Nutrition }): ReactNode {
  const figures = [
    [TEXT.kcal, TEXT.kcalValue(nutrition.kcal)],
    [TEXT.protein, TEXT.gram(nutrition.proteinG)],
    [TEXT.fat, TEXT.gram(nutrition.fatG)],
    [TEXT.carbohydrate, TEXT.gram(nutrition.carbohydrateG)],
    [TEXT.sodium, TEXT.milligram(nutrition.sodiumMg)],
  ] as const
  return (
    <View className={css.table}>
      <View className={css.title}>{TEXT.nutrition}</View>
      {figures.map(([name, value]) => (
        <View key={name} className={css.row}>
          <View>{name}</View>
          <View className={css.value}>{value}</View>
        </View>
      ))}
      <View className={css.note}>{TEXT.estimate}</View>
    </View>
  )
}
