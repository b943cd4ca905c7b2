import type { ComponentProps } from 'react'
import type { Role } from '@wanli/contracts/people'
import type { PageUrl } from '@/shared/navigation'
import type { Tile } from '@/shared/ui/tile'
import { COUNTER_TEXT } from './counter-text'
import { RUN_TEXT } from './run-text'
import { MENUS_TEXT } from './menus-text'
import { WORKBENCH_TEXT } from './text'

type TileProps = ComponentProps<typeof Tile>

/** A screen of the workbench: whose job it is and what leads to it. */
interface Door {
  roles: readonly Role[]
  url: PageUrl
  tint: TileProps['tint']
  drawing: Pick<TileProps, 'icon' | 'picture'>
  title: string
  /** `place` is what the role is limited to; null when it is not. */
  text: (place: string | null) => string
}

const TEXT = WORKBENCH_TEXT.desk

/** The screens of the workbench, in the order in which a day needs them. */
export const DOORS: readonly Door[] = [
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/kitchen/index',
    tint: 'canteen',
    drawing: { icon: 'fire-line' },
    title: TEXT.kitchen,
    text: (place) => TEXT.kitchenText(place ?? TEXT.everywhere),
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/pickup/index',
    tint: 'canteen',
    drawing: { picture: 'steaming-bowl' },
    title: TEXT.pickup,
    text: (place) => TEXT.pickupText(place ?? TEXT.everywhere),
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/counter/index',
    tint: 'canteen',
    drawing: { icon: 'store-line' },
    title: COUNTER_TEXT.title,
    text: (place) => COUNTER_TEXT.door(place ?? TEXT.everywhere),
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/day-close/index',
    tint: 'canteen',
    drawing: { icon: 'wallet-4-line' },
    title: COUNTER_TEXT.day.title,
    text: (place) => COUNTER_TEXT.closeDoor(place ?? TEXT.everywhere),
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/menu-week/index',
    tint: 'canteen',
    drawing: { icon: 'fork-spoon-line' },
    title: MENUS_TEXT.door.week,
    text: () => MENUS_TEXT.door.weekText,
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/dishes/index',
    tint: 'canteen',
    drawing: { icon: 'bowl-2-line' },
    title: MENUS_TEXT.door.dishes,
    text: () => MENUS_TEXT.door.dishesText,
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/calendar/index',
    tint: 'canteen',
    drawing: { icon: 'calendar-line' },
    title: MENUS_TEXT.door.calendar,
    text: () => MENUS_TEXT.door.calendarText,
  },
  {
    roles: ['canteen_staff'],
    url: '/features/workbench/pages/manage/index',
    tint: 'insight',
    drawing: { icon: 'chart-bar-line' },
    title: MENUS_TEXT.door.manage,
    text: () => MENUS_TEXT.door.manageText,
  },
  {
    roles: ['clerk', 'officer'],
    url: '/features/workbench/pages/clerk/index',
    tint: 'care',
    drawing: { picture: 'woman-raising-hand-light' },
    title: TEXT.clerk,
    text: (place) => TEXT.clerkText(place ?? TEXT.station),
  },
  {
    roles: ['courier'],
    url: '/features/workbench/pages/run/index',
    tint: 'canteen',
    drawing: { picture: 'takeout-box' },
    title: RUN_TEXT.door,
    text: (place) => RUN_TEXT.doorText(place ?? TEXT.everywhere),
  },
]
