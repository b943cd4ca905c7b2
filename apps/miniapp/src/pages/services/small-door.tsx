import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { openService } from '@/shared/services/open-service'
import { SERVICES, type ServiceKey } from '@/shared/services/service-list'
import { Pressable } from '@/shared/ui/pressable'
import { Tile } from '@/shared/ui/tile'
import css from './services.module.scss'
import { SERVICES_TEXT } from './text'

/** A service of a group: picture, name, and how it is done. */
export function SmallDoor({ service }: { service: ServiceKey }): ReactNode {
  const { name, tint, picture, inApp } = SERVICES[service]
  const how = inApp ? SERVICES_TEXT.inApp : SERVICES_TEXT.byPhone
  return (
    <Pressable className={css.smallDoor} role="link" label={`${name}，${how}`} onTap={() => openService(service)}>
      <Tile tint={tint} picture={picture} size="l" />
      <View className={css.smallName}>{name}</View>
      <View className={css.caption}>{how}</View>
    </Pressable>
  )
}
