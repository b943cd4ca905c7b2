import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { openService } from '@/shared/services/open-service'
import type { ServiceKey } from '@/shared/services/service-list'
import type { ModuleTint } from '@/shared/ui/module-tint'
import { Pressable } from '@/shared/ui/pressable'
import { Tile } from '@/shared/ui/tile'
import css from './doors.module.scss'
import { HOME_TEXT } from './text'

interface Door {
  tint: ModuleTint
  picture: string
  name: string
  fact: string
  onTap: () => void
}

const open = (service: ServiceKey) => () => openService(service)

/** The four doors. `meal` is the one that can be ordered now, null when none can or it is not known. */
export function Doors({ meal }: { meal: string | null }): ReactNode {
  const canteen = meal ? HOME_TEXT.canteenOpen(meal) : HOME_TEXT.canteenClosed
  const doors: Door[] = [
    { tint: 'canteen', picture: 'steaming-bowl', name: HOME_TEXT.canteen, fact: canteen, onTap: open('canteen') },
    { tint: 'dorm', picture: 'bunk', name: HOME_TEXT.dorm, fact: HOME_TEXT.byPhone, onTap: open('dorm') },
    { tint: 'repair', picture: 'toolbox', name: HOME_TEXT.repair, fact: HOME_TEXT.byPhone, onTap: open('repair') },
    { tint: 'gigs', picture: 'handshake', name: HOME_TEXT.gigs, fact: HOME_TEXT.byPhone, onTap: open('gigs') },
  ]
  return (
    <View className={css.doors}>
      {doors.map((door) => (
        <Pressable
          key={door.tint}
          className={css.door}
          role="link"
          label={`${door.name}，${door.fact}`}
          onTap={door.onTap}
        >
          <Tile tint={door.tint} picture={door.picture} size="l" />
          <View className={css.name}>{door.name}</View>
          <View className={css.fact}>{door.fact}</View>
        </Pressable>
      ))}
    </View>
  )
}
