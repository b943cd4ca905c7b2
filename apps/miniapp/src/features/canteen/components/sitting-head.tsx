import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ServiceDay, SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { clockOn, MEAL_TEXT } from '@/shared/text/when'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Icon } from '@/shared/ui/icon'
import { navRoom } from '@/shared/ui/nav-room'
import { Tabs } from '@/shared/ui/tabs'
import { cutOffOf } from '../model/countdown'
import { daysOf, sittingsOn } from '../model/days'
import { CANTEEN_TEXT } from '../text'
import { DayStrip } from './day-strip'
import css from './sitting-head.module.scss'

const TEXT = CANTEEN_TEXT.menu
const ELDER_BAR = 60

interface SittingHeadProps {
  sittings: readonly SittingBrief[]
  days: readonly ServiceDay[]
  current: SittingBrief
  /** The day that is looked at when nobody cooks on it: there is no meal to choose. */
  shut: ServiceDay | null
  now: Date
  /** A day alone means: the meal that fits best on it. */
  onChange: (day: string, meal?: SittingBrief['meal']) => void
}

/** When pre-ordering of this sitting ends or begins, in words. */
function cutOffWords(sitting: SittingBrief, now: Date): string {
  const cutOff = cutOffOf(sitting, now)
  const opens = new Date(sitting.opensAt)
  const time = clockOn(new Date(sitting.cutOffAt), now)
  switch (cutOff.phase) {
    case 'not_open':
      return TEXT.notOpen(clockOn(opens, now))
    case 'soon':
      return TEXT.cutOffSoon(cutOff.minutes)
    case 'open':
      return TEXT.cutOff(time)
    case 'over':
      return TEXT.cutOffOver
  }
}

/** Day, meal and cut-off: stays at the top while the dishes scroll under it; in the care mode, whose type is large, the days go with them. */
export function SittingHead({ sittings, days, current, shut, now, onChange }: SittingHeadProps): ReactNode {
  const elder = useElderMode()
  const room = navRoom()
  const bar = elder.on ? Math.max(room.bar, ELDER_BAR) : room.bar
  const meals = sittingsOn(sittings, current.day).map(({ meal }) => ({ key: meal, label: MEAL_TEXT[meal] }))
  const strip = (
    <DayStrip
      days={daysOf(days, sittings)}
      current={shut?.day ?? current.day}
      today={businessDayOf(now)}
      onChange={onChange}
    />
  )
  return (
    <>
      {elder.on ? <View className={css.days}>{strip}</View> : null}
      <View className={css.head} style={{ top: `calc(${room.status + bar}px + env(safe-area-inset-top))` }}>
        {elder.on ? null : strip}
        {shut ? (
          <View className={css.end} />
        ) : (
          <View className={css.line}>
            <Tabs items={meals} current={current.meal} onChange={(meal) => onChange(current.day, meal)} />
            <View className={css.cut}>
              <Icon name="alarm-2-line" size="s" />
              {cutOffWords(current, now)}
            </View>
          </View>
        )}
      </View>
    </>
  )
}
