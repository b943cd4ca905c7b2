import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { classList } from '@/shared/ui/class-list'
import { FacePicture } from '@/shared/ui/face'
import { Icon } from '@/shared/ui/icon'
import { Tag } from '@/shared/ui/tag'
import { MODE_NAME, WORKBENCH_TEXT } from '../text'
import css from './pickup-card.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

interface PickupCardProps {
  pickup: PickupView
  /** How it stands, in a few words. */
  heading: string
  tone: 'ok' | 'warm'
  children: ReactNode
}

/** An order at the window: how it stands, the number at arm's length, whose it is, and what follows. */
export function PickupCard({ pickup, heading, tone, children }: PickupCardProps): ReactNode {
  const age = pickup.eaterAge === null ? '' : ` ${TEXT.age(pickup.eaterAge)}`
  return (
    <View className={css.card}>
      <View className={classList(css.heading, css[tone])}>
        <Icon name={tone === 'ok' ? 'check-circle-fill' : 'alert-fill'} />
        <View className={css.words}>{heading}</View>
        <View className={css.mode}>
          <Tag tone="ok">{MODE_NAME[pickup.mode]}</Tag>
        </View>
      </View>
      <View className={css.who}>
        <View className={css.number}>{pickup.pickupNumber}</View>
        <View className={css.person}>
          <FacePicture face={pickup.eaterFace} size="l" />
          <View className={css.about}>{pickup.eaterName + age}</View>
        </View>
      </View>
      {children}
    </View>
  )
}
