import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { businessDayOf, monthDayText, shanghaiHour, weekdayText } from '@wanli/kernel/shanghai-time'
import { pictureSource } from '@/pictures/picture-source'
import { aria } from '@/shared/ui/aria'
import { Heading } from '@/shared/ui/heading'
import css from './hello.module.scss'
import { greetingAt } from './model/greeting.rules'
import { HOME_TEXT } from './text'

/** The greeting over the skyline. `name` is empty for a guest. */
export function Hello({ name, now }: { name: string; now: Date }): ReactNode {
  const day = businessDayOf(now)
  return (
    <View className={css.hello}>
      <Heading level={1} className={css.greeting}>
        {HOME_TEXT.greet(greetingAt(shanghaiHour(now)), name || HOME_TEXT.guest)}
      </Heading>
      <View className={css.date}>{HOME_TEXT.date(monthDayText(day), weekdayText(day))}</View>
      <Image className={css.skyline} src={pictureSource('skyline')} mode="aspectFill" {...aria({ hidden: true })} />
    </View>
  )
}
