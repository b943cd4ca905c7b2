import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { classList } from '@/shared/ui/class-list'
import { Screen } from '@/shared/ui/screen'
import { Segmented } from '@/shared/ui/segmented'
import { ControlSamples } from '../../control-samples'
import { LayerSamples } from '../../layer-samples'
import { ListSamples } from '../../list-samples'
import { PictureSamples } from '../../picture-samples'
import css from '../../showcase.module.scss'
import { StateSamples } from '../../state-samples'
import { SHOWCASE_TEXT } from '../../text'
import { TypeSamples } from '../../type-samples'

const SCALES = [
  { key: 'both', label: `${SHOWCASE_TEXT.scaleOne} / 1.4` },
  { key: 'one', label: SHOWCASE_TEXT.scaleOne },
  { key: 'elder', label: SHOWCASE_TEXT.scaleElder },
] as const

function Sheet({ elder, title }: { elder: boolean; title: string }): ReactNode {
  return (
    <View className={classList('theme', elder && 'elder', css.sheet)}>
      <View className={css.title}>{title}</View>
      <TypeSamples />
      <ControlSamples />
      <ListSamples />
      <LayerSamples />
      <PictureSamples />
      <StateSamples />
    </View>
  )
}

/** Every component at both scales, to be compared with its drawing. */
export default function ComponentsPage(): ReactNode {
  const [scale, setScale] = useState<(typeof SCALES)[number]['key']>('one')
  return (
    <Screen title={SHOWCASE_TEXT.title} wide>
      <Segmented items={SCALES} current={scale} onChange={setScale} />
      <View className={css.wall}>
        {scale === 'elder' ? null : <Sheet elder={false} title={SHOWCASE_TEXT.scaleOne} />}
        {scale === 'one' ? null : <Sheet elder title={SHOWCASE_TEXT.scaleElder} />}
      </View>
    </Screen>
  )
}
