import { Image } from '@tarojs/components'
import type { ReactNode } from 'react'
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

/** A colour drawing of a thing, a person or a dish. */
export function Picture({ name, size, alt }: PictureProps): ReactNode {
  const side = size === 'fill' ? '100%' : `calc(${size}px * (0.5 + 0.5 * var(--scale)))`
  return (
    <Image
      className={css.picture}
      style={{ width: side, height: side }}
      src={pictureSource(name)}
      mode="aspectFit"
      {...(alt ? aria({ role: 'img', label: alt }) : aria({ hidden: true }))}
    />
  )
}
