import type { DishKind, Meal } from '@wanli/contracts/canteen'
import type { StandingDayStatus, Weekday } from '@wanli/contracts/standing'

/** Words of addresses, standing orders and diets. */
export const TEXT = {
  signIn: '登录后设好地址，饭就能送到家',
  self: '自己',
  who: '给谁',
  save: '保存',
  network: '网络断了一下，再点一次。',
  addresses: {
    title: '送餐地址',
    none: '还没有地址',
    noneText: '写好楼号门牌，送餐的人才找得到',
    add: '加一个地址',
    edit: '改',
    remove: '删掉',
    removeTitle: '删掉这个地址？',
    removeBody: (text: string) => `${text} 以后不再送。以前的订单还看得到。`,
    keep: '留着',
    removed: '删掉了',
    sealed: '门牌加了密存放。只有当天送餐的人看得到，看过会记下来。',
    floor: (floor: number, lift: boolean) => `${floor} 楼，${lift ? '有电梯' : '没电梯'}`,
    receivers: (names: string) => `可以交给 ${names}`,
    contacts: (names: string) => `找不到人时打给 ${names}`,
  },
  address: {
    title: '加地址',
    titleEdit: '改地址',
    where: '住哪里',
    estate: '小区',
    noEstate: '还没有小区开了送餐',
    building: '几号楼',
    unit: '几单元（没有就空着）',
    room: '几室',
    floor: '几楼',
    lift: '有电梯',
    note: '告诉送餐的人',
    notePlaceholder: '比如：敲重一点，耳背',
    receivers: '本人不在，可以交给谁',
    receiversText: '写好名字，饭才能交给他。最多三个人。',
    contacts: '没人应门，打给谁',
    contactsText: '按次序打。最多三个人。',
    name: '叫什么',
    relation: '是什么人',
    relationPlaceholder: '保姆、女儿、邻居',
    phone: '电话',
    add: '加一个人',
    drop: '去掉',
    required: '这里要填',
    floorWrong: '写楼层数字，1 到 60',
    phoneWrong: '手机写 11 位',
    personWrong: '写上名字',
  },
  standing: {
    title: '固定送餐',
    none: '还没有固定送餐',
    noneText: '选好哪几天、吃什么，到日子自动订好送来。随时能停，单独一天也能改。',
    add: '设一个',
    addMore: '再设一个',
    days: (days: string, meal: string) => `${days} ${meal}`,
    for: (name: string) => `给${name}`,
    by: (name: string) => `${name}设的`,
    edit: '改',
    pause: '停几天',
    resume: '不停了，继续送',
    end: '不要了',
    endTitle: '以后都不送了？',
    endBody: '已经订好的几顿还会送来，不要的到订单里退。',
    endYes: '不送了',
    endNo: '留着',
    ended: '停掉了',
    paused: (from: string, to: string) => `${from} 到 ${to} 不送`,
    pauseTitle: '从哪天停到哪天',
    pauseText: '停的日子里，已经订好还没备菜的饭会退钱。',
    pauseFrom: '从',
    pauseTo: '到',
    pauseGo: '停',
    week: '这几天',
    skip: '这天不要',
    swap: '换一样',
    back: '还是照旧',
    swapTitle: (day: string) => `${day}吃什么`,
    swapText: '只改这一天，别的日子不变。',
    swapGo: '就吃这些',
    swapNone: '先选一样',
    soldOut: '订完了',
    notYet: '到前一天自动订好',
    noMenu: '这一天的菜单还没出来',
    payNote: (mine: boolean) => (mine ? '每顿前一天从付钱人的钱包扣' : '钱由设的人那边付'),
  },
  edit: {
    title: '设固定送餐',
    titleEdit: '改固定送餐',
    days: '哪几天',
    everyDay: '天天',
    workdays: '工作日',
    daysWrong: '至少选一天',
    meal: '哪一顿',
    what: '吃什么',
    whatText: '每天菜单不一样，按这个从里面配。不吃的不会配。',
    whatWrong: '至少选一样',
    where: '送到哪',
    addressWrong: '先选一个地址',
    note: '交代一句',
    notePlaceholder: '比如：少饭，汤不要太烫',
    changeNote: '改了以后，还没订的日子照新的来。',
    go: '设好',
    saved: '设好了',
  },
  diet: {
    title: '忌口和口味',
    avoid: '不吃什么',
    avoidText: '菜里有这些，下单前会先问一声。',
    how: '怎么做合口味',
    lowSalt: '少盐',
    soft: '软烂一点',
    other: '别的不吃',
    otherPlaceholder: '比如：羊肉',
    addOther: '加上',
    consent:
      '忌口是健康信息，法律要单独问你。保存就是同意食堂照着配菜：厨房只看到要去掉什么，看不到名字；送餐的人看到少盐、软烂。随时能清空，清空就是收回同意。',
    save: '同意并保存',
    clear: '全部清空',
    saved: '记下了',
  },
} as const

/** Days of the week. */
export const WEEKDAY_TEXT = {
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
} as const satisfies Record<Weekday, string>

/** Every day of the week in order. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[]

/** Meals as one says them at home. */
export const MEAL_WORDS = { breakfast: '早饭', lunch: '午饭', dinner: '晚饭' } as const satisfies Record<Meal, string>

/** Kinds of dish one may want, in the order of a tray. */
export const KIND_WORDS = {
  套餐: '套餐',
  荤: '荤菜',
  半荤: '半荤',
  素: '素菜',
  主食: '主食',
  汤: '汤',
  点心: '点心',
} as const satisfies Record<DishKind, string>

/** What becomes of a day, in a word. */
export const DAY_STATUS = {
  planned: '会送',
  ordered: '订好了',
  cancelled: '退掉了',
  by_hand: '已经自己订过',
  skipped: '不要',
  paused: '停着',
  failed: '没订上',
} as const satisfies Record<StandingDayStatus, string>

/** What people most often do not eat, as dishes name it. */
export const ALLERGENS = ['花生', '坚果', '蛋', '奶', '大豆', '麸质', '鱼', '虾蟹', '芝麻'] as const
