import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { requireSession } from '@/shared/http/session'
import { Button } from '@/shared/ui/button'
import { CANTEEN_TEXT } from '../text'
import css from './eater-card.module.scss'

const TEXT = CANTEEN_TEXT.guest

/** What somebody who has not signed in is shown the price of, and the way to their own. */
export function GuestCard(): ReactNode {
  return (
    <View className={css.card}>
      <View className={css.words}>
        <View className={css.title}>{TEXT.title}</View>
        <View className={css.about}>{TEXT.text}</View>
      </View>
      <Button kind="soft" size="s" onTap={() => requireSession()}>
        {TEXT.signIn}
      </Button>
    </View>
  )
}
