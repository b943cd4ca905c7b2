import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CanteenView } from '@wanli/contracts/canteen'
import { go } from '@/shared/navigation'
import { phoneCall } from '@/shared/phone-call'
import { Pressable } from '@/shared/ui/pressable'
import { CANTEEN_TEXT } from '../text'
import css from './allergy-note.module.scss'

const TEXT = CANTEEN_TEXT.menu

interface AllergyNoteProps {
  canteen: CanteenView
  /** Who is to eat; null for the person themself. */
  forPersonId: string | null
}

/** Where one says what the eater does not eat; what the menu cannot promise about it all the same, and whom to ask. */
export function AllergyNote({ canteen, forPersonId }: AllergyNoteProps): ReactNode {
  return (
    <View>
      <Pressable
        className={css.note}
        role="link"
        onTap={() => go('/features/delivery/pages/diet/index', { for: forPersonId ?? undefined })}
      >
        <View>{TEXT.dietNote}</View>
        <View className={css.link}>{TEXT.dietAction}</View>
      </Pressable>
      <Pressable className={css.note} onTap={() => phoneCall(canteen.phone)}>
        <View>{TEXT.allergyNote}</View>
        <View className={css.link}>{canteen.phone}</View>
      </Pressable>
    </View>
  )
}
