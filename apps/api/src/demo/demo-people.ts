import type { MandateScope } from '@wanli/contracts/mandates'
import type { Face } from '@wanli/contracts/people'

import { DELIVERY_PEOPLE } from './demo-delivery.js'
import type { DemoPerson } from './demo-person.js'

const LOCAL = { residence: '普陀区万里街道', hukou: '上海' }

const neighbour = (key: string, name: string, face: Face, age: number): DemoPerson => ({
  key,
  persona: false,
  name,
  face,
  estate: '香泉苑',
  roles: ['resident'],
  facts: LOCAL,
  age,
  balanceFen: 60_000,
})

/** Neighbours who eat at the canteen every day, so that its kitchen has work. */
export const DEMO_NEIGHBOURS: readonly DemoPerson[] = [
  neighbour('neighbour-1', '吴桂芳', 'old-woman', 74),
  neighbour('neighbour-2', '郑国平', 'old-man', 69),
  neighbour('neighbour-3', '徐家伟', 'man', 38),
  neighbour('neighbour-4', '唐美玲', 'woman', 52),
  neighbour('neighbour-5', '蒋阿福', 'old-man', 83),
  neighbour('neighbour-6', '曹文静', 'office-worker', 31),
]

const RESIDENTS_AND_STAFF: readonly DemoPerson[] = [
  ...DEMO_NEIGHBOURS,
  {
    key: 'zhang-ayi',
    persona: true,
    name: '张阿姨',
    face: 'old-woman',
    estate: '香泉苑',
    roles: ['resident'],
    facts: LOCAL,
    age: 68,
    balanceFen: 20_000,
    phone: '13800000168',
    cardNumber: '80620168',
  },
  {
    key: 'chen-apo',
    persona: true,
    name: '陈阿婆',
    face: 'old-woman',
    estate: '香泉苑',
    elderMode: true,
    roles: ['resident'],
    facts: { ...LOCAL, welfare_class: '低保' },
    age: 82,
    balanceFen: 12_000,
    phone: '13800000326',
    cardNumber: '80620317',
  },
  {
    key: 'zhou-min',
    persona: true,
    name: '周敏',
    face: 'woman',
    estate: '香泉苑',
    roles: ['resident', 'volunteer'],
    facts: LOCAL,
    age: 45,
    balanceFen: 30_000,
    phone: '13800000145',
  },
  {
    key: 'wang-xiuzhen',
    persona: true,
    name: '王秀珍',
    face: 'old-woman',
    estate: '香泉苑',
    roles: ['resident'],
    facts: LOCAL,
    age: 81,
    balanceFen: 8_640,
    phone: '13800000181',
    cardNumber: '80620181',
  },
  {
    key: 'shen-bobo',
    persona: false,
    name: '沈德龙',
    face: 'old-man',
    estate: '香泉苑',
    roles: ['resident'],
    facts: LOCAL,
    age: 77,
    balanceFen: 5_000,
  },
  {
    key: 'li-jing',
    persona: true,
    name: '李静',
    face: 'office-worker',
    estate: null,
    roles: ['resident'],
    facts: {},
    age: 29,
    balanceFen: 15_000,
    phone: '13800000129',
  },
  {
    key: 'xiao-ma',
    persona: true,
    name: '马小军',
    face: 'rider',
    estate: null,
    roles: ['resident', 'worker'],
    facts: {},
    age: 26,
    balanceFen: 6_000,
  },
  {
    key: 'lao-zhao',
    persona: true,
    name: '赵国强',
    face: 'volunteer',
    estate: '七街坊',
    roles: ['resident', 'volunteer'],
    facts: LOCAL,
    age: 63,
    balanceFen: 9_000,
  },
  {
    key: 'cook',
    persona: true,
    name: '孙大勺',
    face: 'cook',
    estate: null,
    roles: ['canteen_staff'],
    facts: {},
    age: null,
    balanceFen: 0,
  },
  {
    key: 'clerk',
    persona: true,
    name: '许阿姨',
    face: 'woman',
    estate: null,
    roles: ['clerk'],
    facts: {},
    age: null,
    balanceFen: 0,
  },
  {
    key: 'su-guan',
    persona: true,
    name: '何秀兰',
    face: 'woman',
    estate: null,
    roles: ['dorm_manager'],
    facts: {},
    age: null,
    balanceFen: 3_000,
  },
  {
    key: 'dispatcher',
    persona: true,
    name: '顾文斌',
    face: 'man',
    estate: null,
    roles: ['dispatcher'],
    facts: {},
    age: null,
    balanceFen: 3_000,
  },
  {
    key: 'employer',
    persona: true,
    name: '钱立明',
    face: 'man',
    estate: null,
    roles: ['employer'],
    facts: {},
    age: null,
    balanceFen: 3_000,
  },
  {
    key: 'officer',
    persona: true,
    name: '林悦',
    face: 'office-worker',
    estate: null,
    roles: ['officer', 'admin'],
    facts: {},
    age: null,
    balanceFen: 3_000,
  },
]

/** Everybody in the demo. Nobody here is a real person. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [...RESIDENTS_AND_STAFF, ...DELIVERY_PEOPLE]

/** Who may act for whom; an offer waits for its principal's answer. */
export const DEMO_MANDATES: readonly {
  agent: string
  principal: string
  relation: string
  scopes: MandateScope[]
  dailyCapFen: number | null
  offered?: true
}[] = [
  {
    agent: 'zhou-min',
    principal: 'wang-xiuzhen',
    relation: '妈妈',
    scopes: ['meals', 'repairs', 'bookings'],
    dailyCapFen: 6_000,
  },
  { agent: 'zhou-lan', principal: 'chen-apo', relation: '妈妈', scopes: ['meals'], dailyCapFen: 6_000 },
  { agent: 'zhou-min', principal: 'shen-bobo', relation: '邻居', scopes: ['meals'], dailyCapFen: null },
  {
    agent: 'zhang-ayi',
    principal: 'chen-apo',
    relation: '邻居',
    scopes: ['meals'],
    dailyCapFen: 3_000,
    offered: true,
  },
]
