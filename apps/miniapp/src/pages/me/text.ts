import type { MandateScope, Role } from '@wanli/contracts/people'

/** Words of a person's own page. */
export const ME_TEXT = {
  title: '我的',
  guest: '钱包、订单、关怀版都在这里',
  age: (age: number) => `${age} 岁`,
  balance: '钱包余额',
  statement: '明细',
  orders: '我的订餐',
  ordersText: '取餐号、再来一份、取消',
  waiting: (count: number) => `${count} 份等着取`,
  actsFor: '我帮谁办事',
  act: (relation: string) => `替${relation}订餐`,
  relation: (relation: string, name: string) => `${relation} ${name}`,
  until: (when: string) => `到 ${when}`,
  desk: '工作台',
  elder: '关怀版',
  elderText: '字大一些，一屏一件事',
  sessions: '登录过的设备',
  phone: '打电话问人',
  switch: '换个身份',
  signOut: '退出登录',
  signOutTitle: '要退出登录吗',
  signOutText: '下次进来要重新登录，订的餐都还在',
  stay: '不退了',
  demo: '演示数据，人和事都是虚构的',
} as const

/** What a mandate covers, in words. */
export const SCOPE_TEXT = { meals: '订餐', repairs: '报修', bookings: '预约' } as const satisfies Record<
  MandateScope,
  string
>

/** What a role is called; the resident's estate says more than the word. */
export const ROLE_TEXT = {
  resident: '居民',
  worker: '务工',
  volunteer: '志愿者',
  canteen_staff: '食堂师傅',
  courier: '送餐员',
  dorm_manager: '公寓管家',
  dispatcher: '派单员',
  employer: '用工单位',
  organiser: '活动组织',
  officer: '街道干部',
  admin: '管理员',
} as const satisfies Record<Role, string>
