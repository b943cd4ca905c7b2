import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import { classList } from './class-list'
import { Icon } from './icon'
import type { ModuleTint } from './module-tint'
import { Picture } from './picture'
import css from './tile.module.scss'

interface TileProps {
  tint: ModuleTint
  icon?: IconName
  picture?: string
  /** s 36, m 44, l 60 px at scale 1. */
  size?: 's' | 'm' | 'l'
}

/** The coloured square by which a module is known everywhere: door, inbox, statement. */
export function Tile({ tint, icon, picture, size = 'm' }: TileProps): ReactNode {
  return (
    <View
      className={classList(css.tile, css[size])}
      style={{ background: `var(--t-${tint})`, color: `var(--k-${tint})` }}
    >
      {picture ? (
        <View className={css.picture}>
          <Picture name={picture} size="fill" />
        </View>
      ) : null}
      {icon ? <Icon name={icon} size={size === 's' ? 's' : size === 'm' ? 'm' : 'l'} /> : null}
    </View>
  )
}
