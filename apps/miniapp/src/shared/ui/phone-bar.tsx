import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ContactPhone } from '@/shared/contact'
import { phoneCall } from '@/shared/phone-call'
import { facts } from '@/shared/text/facts'
import { Facts } from './facts'
import { Icon } from './icon'
import css from './phone-bar.module.scss'
import { Pressable } from './pressable'
import { UI_TEXT } from './text'

/** The telephone that stands at the foot of every page of the care mode. */
export function PhoneBar({ phone }: { phone: ContactPhone }): ReactNode {
  return (
    <View className={css.bar}>
      <Pressable className={css.button} onTap={() => phoneCall(phone.number)}>
        <Icon name="phone-fill" size="l" />
        <View className={css.who}>
          <View className={css.name}>
            <Facts text={facts(phone.name, phone.hours)} />
          </View>
          <View className={css.number}>{phone.number}</View>
        </View>
        <View className={css.verb}>{UI_TEXT.call}</View>
      </Pressable>
    </View>
  )
}
