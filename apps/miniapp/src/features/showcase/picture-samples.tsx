import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Face } from '@wanli/contracts/people'
import { FacePicture } from '@/shared/ui/face'
import { Icon } from '@/shared/ui/icon'
import { QrCode } from '@/shared/ui/qr-code'
import { Tile } from '@/shared/ui/tile'
import { Sample } from './sample'
import css from './showcase.module.scss'
import { SHOWCASE_TEXT as T } from './text'

const FACES: readonly Face[] = [
  'old-woman',
  'old-man',
  'woman',
  'man',
  'cook',
  'rider',
  'builder',
  'office-worker',
  'volunteer',
]
const SAMPLE_CODE = 'P7K2M9QX4T8W'

/** Faces, tiles, icons and a code. */
export function PictureSamples(): ReactNode {
  return (
    <Sample caption={T.pictures}>
      <View className={css.stack}>
        <View className={css.line}>
          {FACES.map((face) => (
            <FacePicture key={face} face={face} />
          ))}
        </View>
        <View className={css.line}>
          <Tile tint="canteen" picture="steaming-bowl" size="l" />
          <Tile tint="dorm" picture="bunk" />
          <Tile tint="repair" icon="tool-line" />
          <Tile tint="gigs" icon="briefcase-line" size="s" />
          <Icon name="time-line" size="xs" />
          <Icon name="time-line" size="s" />
          <Icon name="time-line" />
          <Icon name="time-line" size="l" />
        </View>
        <QrCode text={SAMPLE_CODE} size={160} label={T.codeLabel} />
      </View>
    </Sample>
  )
}
