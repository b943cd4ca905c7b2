import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { clockText } from '@wanli/kernel/shanghai-time'
import { back } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { FacePicture } from '@/shared/ui/face'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { navRoom } from '@/shared/ui/nav-room'
import { Pressable } from '@/shared/ui/pressable'
import { UI_TEXT } from '@/shared/ui/text'
import css from './desk-header.module.scss'

interface DeskHeaderProps {
  /** What is done here. */
  job: string
  /** Where, for example the canteen and its window. */
  place?: string
  /** What it is about now, for example the meal being served. */
  about?: ReactNode
  /** The places of this job, to go from one to another. */
  nav?: ReactNode
  /** A LiveMark. */
  live?: ReactNode
  person: PersonView | null
}

/** Head of a workbench on a wide screen, 60 high: the job and its place at the left; how fresh, what time and who at the right. */
export function DeskHeader({ job, place, about, nav, live, person }: DeskHeaderProps): ReactNode {
  const room = navRoom()
  return (
    <View
      className={css.header}
      style={{ paddingTop: `${room.status}px`, paddingRight: `${Math.max(room.end, 16)}px` }}
      {...aria({ role: 'banner' })}
    >
      <Pressable className={css.back} label={UI_TEXT.back} onTap={back}>
        <Icon name="left-line" />
      </Pressable>
      <Heading level={1} className={css.job}>
        {job}
      </Heading>
      {place ? <View className={css.place}>{place}</View> : null}
      {about ? <View className={css.about}>{about}</View> : null}
      {nav ? <View className={css.nav}>{nav}</View> : null}
      <View className={css.end}>
        {live}
        <Clock />
        {person ? (
          <View className={css.person}>
            <FacePicture face={person.face} />
            <View className={css.name}>{person.name}</View>
          </View>
        ) : null}
      </View>
    </View>
  )
}

/** Stands alone, so that only it is drawn again as time goes on. */
function Clock(): ReactNode {
  return <View className={css.clock}>{clockText(useNow(5))}</View>
}
