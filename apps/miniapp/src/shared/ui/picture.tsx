import { Image, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { pictureSource } from '@/pictures/picture-source'
import { aria } from './aria'
import css from './picture.module.scss'

interface PictureProps {
  /** File name in `src/pictures`, without its ending. */
  name: string
  /** Side in px at scale 1; `fill` takes the room it is given. */
  size: number | 'fill'
  /** What it shows, when nothing beside it says so. Without it the picture is decoration. */
  alt?: string
}

/** What stands in for a dish whose drawing did not arrive: it travels with the app. */
const DISH_STAND_IN = 'steaming-bowl'

/** A colour drawing of a thing, a person or a dish. One that cannot be loaded leaves its room empty, never a broken sign. */
export function Picture({ name, size, alt }: PictureProps): ReactNode {
  const [failed, setFailed] = useState<readonly string[]>([])
  const side = size === 'fill' ? '100%' : `calc(${size}px * (0.5 + 0.5 * var(--scale)))`
  const style = { width: side, height: side }
  const shown = failed.includes(name) && name.startsWith('dish-') ? DISH_STAND_IN : name
  if (failed.includes(shown)) return <View className={css.picture} style={style} />
  return (
    <Image
      className={css.picture}
      style={style}
      src={pictureSource(shown)}
      mode="aspectFit"
      onError={() => setFailed((before) => [...before, shown])}
      {...(alt ? aria({ role: 'img', label: alt }) : aria({ hidden: true }))}
    />
  )
}
