import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CanteenView } from '@wanli/contracts/canteen'
import { phoneCall } from '@/shared/phone-call'
import { Pressable } from '@/shared/ui/pressable'
import { CANTEEN_TEXT } from '../text'
import css from './allergy-note.module.scss'

/** What the menu cannot promise about allergens, and whom to ask. */
export function AllergyNote({ canteen }: { canteen: CanteenView }): ReactNode {
  return (
    <Pressable className={css.note} onTap={() => phoneCall(canteen.phone)}>
      <View>{CANTEEN_TEXT.menu.allergyNote}</View>
      <View className={css.phone}>{canteen.phone}</View>
    </Pressable>
  )
}
