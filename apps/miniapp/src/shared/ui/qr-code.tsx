import { Image, View } from '@tarojs/components'
import encodeQR from 'qr'
import { useMemo, type ReactNode } from 'react'
import { aria } from './aria'
import { qrImage } from './qr-image'
import css from './qr-code.module.scss'

interface QrCodeProps {
  /** What a scanner reads. */
  text: string
  /** Side in px, the white margin included. */
  size: number
  /** What it is for, for those who listen. */
  label: string
}

/** A QR code, dark on white in both themes, as one SVG picture: sharp at every size and the same on both targets. */
export function QrCode({ text, size, label }: QrCodeProps): ReactNode {
  const source = useMemo(() => qrImage(encodeQR(text, 'raw', { ecc: 'medium', border: 2 })), [text])
  return (
    <View className={css.paper} style={{ width: `${size}px`, height: `${size}px` }} {...aria({ role: 'img', label })}>
      <Image className={css.code} src={source} {...aria({ hidden: true })} />
    </View>
  )
}
