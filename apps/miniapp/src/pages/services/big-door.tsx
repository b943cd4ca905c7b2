import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { openService } from '@/shared/services/open-service'
import { SERVICES, type ServiceKey } from '@/shared/services/service-list'
import { Icon } from '@/shared/ui/icon'
import { Picture } from '@/shared/ui/picture'
import { Pressable } from '@/shared/ui/pressable'
import css from './services.module.scss'
import { SERVICES_TEXT } from './text'

/** One of the four doors used every day: name, what it is, and whether it is done on the telephone. */
export function BigDoor({ service }: { service: ServiceKey }): ReactNode {
  const { name, text, tint, picture, inApp } = SERVICES[service]
  const label = inApp ? `${name}，${text}` : `${name}，${text}，${SERVICES_TEXT.byPhone}`
  return (
    <Pressable
      className={css.bigDoor}
      role="link"
      label={label}
      style={{ background: `var(--t-${tint})`, color: `var(--k-${tint})` }}
      onTap={() => openService(service)}
    >
      <View className={css.name}>{name}</View>
      <View className={css.text}>{text}</View>
      {inApp ? null : (
        <View className={css.byPhone}>
          <Icon name="phone-line" size="xs" />
          {SERVICES_TEXT.byPhone}
        </View>
      )}
      <View className={css.picture}>
        <Picture name={picture} size={54} />
      </View>
    </Pressable>
  )
}
