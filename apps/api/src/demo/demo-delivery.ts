import type { AddressRequest } from '@wanli/contracts/delivery'
import type { StandingWish, Weekday } from '@wanli/contracts/standing'
import type { Meal } from '@wanli/contracts/canteen'

import type { DemoPerson } from './demo-person.js'

const LOCAL = { residence: '普陀区万里街道', hukou: '上海' }

const courier = (key: string, name: string): DemoPerson => ({
  key,
  persona: true,
  name,
  face: 'rider',
  estate: null,
  roles: ['courier'],
  facts: {},
  age: null,
  balanceFen: 0,
})

const homeBound = (
  person: Pick<DemoPerson, 'key' | 'name' | 'face' | 'age' | 'phone'> & { estate: string },
): DemoPerson => ({ persona: false, roles: ['resident'], facts: LOCAL, balanceFen: 30_000, ...person })

/** Couriers, a daughter, and people who do not come down the stairs any more. */
export const DELIVERY_PEOPLE: readonly DemoPerson[] = [
  courier('courier-zhou', '周师傅'),
  courier('courier-wu', '吴师傅'),
  {
    key: 'zhou-lan',
    persona: true,
    name: '周兰',
    face: 'woman',
    estate: null,
    roles: ['resident'],
    facts: {},
    age: 55,
    balanceFen: 60_000,
    phone: '13800000255',
  },
  homeBound({
    key: 'wang-guiying',
    name: '王桂英',
    face: 'old-woman',
    age: 84,
    phone: '13800000384',
    estate: '香泉苑',
  }),
  homeBound({ key: 'xu-changshan', name: '许长山', face: 'old-man', age: 79, phone: '13800000379', estate: '香泉苑' }),
  homeBound({ key: 'li-defu', name: '李德福', face: 'old-man', age: 88, phone: '13800000388', estate: '香泉苑' }),
  homeBound({ key: 'sun-meihua', name: '孙美华', face: 'old-woman', age: 81, phone: '13800000391', estate: '七街坊' }),
  homeBound({ key: 'zhao-agen', name: '赵阿根', face: 'old-man', age: 86, phone: '13800000386', estate: '七街坊' }),
]

/** Estates by run, whom to tell when a door stays shut, and who brings the run. Numbers are invented. */
export const DEMO_ESTATES = [
  {
    name: '香泉苑',
    runNumber: 1,
    committeeName: '居委林老师',
    committeePhone: '021-5550 0161',
    courier: 'courier-zhou',
  },
  { name: '七街坊', runNumber: 2, committeeName: '居委方老师', committeePhone: '021-5550 0162', courier: 'courier-wu' },
] as const

/** A door of the demo, and what comes to it. */
export interface DemoDoor {
  person: string
  estate: (typeof DEMO_ESTATES)[number]['name']
  door: Omit<AddressRequest, 'estateId'>
  /** Who set the standing order up; the person when not said. */
  setUpBy?: string
  meal: Meal
  weekdays: Weekday[]
  note: string
  wishes: StandingWish[]
}

const DAILY: Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const one = (kind: StandingWish['kind'], dishNames: string[] = []): StandingWish => ({
  dishNames,
  kind,
  portion: 'whole',
  quantity: 1,
})
/** Nothing of 荤: of its first dish there are few, for everybody to see what scarce looks like. */
const PLAIN = [one('半荤'), one('素'), one('主食', ['白米饭'])]
const door = (
  building: string,
  room: string,
  more: Partial<Omit<AddressRequest, 'estateId'>> = {},
): Omit<AddressRequest, 'estateId'> => ({
  building,
  unit: '',
  room,
  floor: Math.floor(Number(room) / 100),
  lift: false,
  note: '',
  receivers: [],
  contacts: [],
  ...more,
})

/** Doors of the demo with what comes to them by itself. */
export const DEMO_DOORS: readonly DemoDoor[] = [
  {
    person: 'chen-apo',
    estate: '香泉苑',
    door: door('9', '402', { note: '敲重一点，耳背', receivers: [{ name: '小李', relation: '保姆' }] }),
    setUpBy: 'zhou-lan',
    meal: 'dinner',
    weekdays: DAILY,
    note: '少饭',
    wishes: PLAIN,
  },
  {
    person: 'wang-guiying',
    estate: '香泉苑',
    door: door('9', '501', { contacts: [{ name: '王女士', relation: '女儿', phone: '13800000456' }] }),
    meal: 'lunch',
    weekdays: DAILY,
    note: '',
    wishes: PLAIN,
  },
  {
    person: 'li-defu',
    estate: '香泉苑',
    door: door('11', '203', { lift: true, receivers: [{ name: '小李', relation: '保姆' }] }),
    meal: 'lunch',
    weekdays: DAILY,
    note: '汤不要太烫',
    wishes: [one('半荤'), one('汤'), one('主食', ['白米饭'])],
  },
  {
    person: 'xu-changshan',
    estate: '香泉苑',
    door: door('12', '601', { lift: true, note: '按一楼门铃 601' }),
    meal: 'lunch',
    weekdays: DAILY,
    note: '',
    wishes: PLAIN,
  },
  {
    person: 'sun-meihua',
    estate: '七街坊',
    door: door('3', '302', { unit: '2', contacts: [{ name: '小孙', relation: '儿子', phone: '13800000457' }] }),
    meal: 'lunch',
    weekdays: DAILY,
    note: '',
    wishes: PLAIN,
  },
  {
    person: 'zhao-agen',
    estate: '七街坊',
    door: door('5', '101', { note: '门没锁好，先喊一声' }),
    meal: 'lunch',
    weekdays: [1, 2, 3, 4, 5],
    note: '少放盐',
    wishes: PLAIN,
  },
]
