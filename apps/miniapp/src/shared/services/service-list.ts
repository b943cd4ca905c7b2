import { SERVICE_STATION, type ContactPhone } from '@/shared/contact'
import type { ModuleTint } from '@/shared/ui/module-tint'

/** Something a resident can get done. `inApp` services have pages; the others are done on the telephone. */
export interface Service {
  name: string
  /** What it is, in a few words under the name. */
  text: string
  /** What the person on the telephone does. */
  what: string
  tint: ModuleTint
  picture: string
  inApp: boolean
  phone: ContactPhone
}

const byPhone = (
  name: string,
  text: string,
  what: string,
  tint: ModuleTint,
  picture: string,
  phone: ContactPhone = SERVICE_STATION,
): Service => ({ name, text, what, tint, picture, inApp: false, phone })

const HOUSE_DESK: ContactPhone = { name: '新青年公寓', number: '021-5550 0130', hours: '8:00–22:00' }
const REPAIR_DESK: ContactPhone = { name: '小修服务台', number: '021-5550 0140', hours: '8:00–18:00' }
const WORK_DESK: ContactPhone = { name: '就业服务点', number: '021-5550 0150', hours: '9:00–17:00' }
const CANTEEN_DESK: ContactPhone = { name: '香泉食堂', number: '021-5550 0120', hours: '6:30–19:00' }

/** Every service by the name its address carries. The telephone numbers are invented. */
export const SERVICES = {
  canteen: {
    name: '食堂',
    text: '三顿饭，长者优惠',
    what: '打电话也能订餐，报名字和要吃的菜就行。',
    tint: 'canteen',
    picture: 'steaming-bowl',
    inApp: true,
    phone: CANTEEN_DESK,
  },
  dorm: byPhone('床位', '按晚住，按月住', '问有没有空床、什么价钱，想看房就约个时间。', 'dorm', 'bunk', HOUSE_DESK),
  repair: byPhone(
    '小修',
    '邻居上门，不收工钱',
    '说坏了什么、几号楼，会有懂行的邻居上门来修。',
    'repair',
    'toolbox',
    REPAIR_DESK,
  ),
  gigs: byPhone('零工', '走路就到的活', '说你哪几天有空、会做什么，帮你找近的活。', 'gigs', 'handshake', WORK_DESK),
  nursery: byPhone('宝宝屋', '1–3 岁托一会儿', '问哪天有位子，约好时间带宝宝来。', 'care', 'teddy-bear'),
  daycare: byPhone('日间照料', '白天有人陪', '说老人的身体情况，约一次免费试住。', 'care', 'couch-and-lamp'),
  doctor: byPhone('家庭医生', '签约、量血压', '约家庭医生，说清楚哪里不舒服。', 'care', 'stethoscope'),
  delivery: {
    name: '送餐上门',
    text: '走不动就送来',
    what: '八十岁以上，或者行动不便，可以送到家里。',
    tint: 'canteen',
    picture: 'takeout-box',
    inApp: true,
    phone: CANTEEN_DESK,
  },
  activities: byPhone('活动', '太极、唱歌、打球', '问这个星期有什么活动，帮你报上名。', 'activities', 'badminton'),
  reading: byPhone('读书', '借书、听书', '问有没有你要的书，留一本等你来拿。', 'reading', 'books'),
  training: byPhone('培训', '学门手艺', '问最近开什么班，帮你报名。', 'training', 'graduation-cap', WORK_DESK),
  venues: byPhone('借场地', '开会、聚会', '说哪天、多少人，帮你找一间屋子。', 'activities', 'classical-building'),
  voices: byPhone('提意见', '说了就有回音', '把想说的告诉我们，三天里给你回电话。', 'voices', 'memo'),
  places: byPhone('身边地图', '走 15 分钟到得了', '问最近的药店、公园、卫生站在哪。', 'places', 'houses'),
  rights: byPhone(
    '权益保障',
    '工钱、合同、纠纷',
    '先打电话说说，需要就请律师来。',
    'insight',
    'balance-scale',
    WORK_DESK,
  ),
  phonebook: byPhone('电话本', '找谁打哪个号', '不知道找谁，先打这个号，我们帮你转。', 'people', 'telephone'),
  help: byPhone(
    '找人帮忙',
    '一个电话就来',
    '说你在哪、要什么帮忙，服务站马上派人来。',
    'care',
    'woman-raising-hand-light',
  ),
  residence: byPhone(
    '认一下住址和年龄',
    '带身份证去一趟',
    '带身份证到服务站，两分钟就好。满 60 岁，订餐就有长者优惠。',
    'people',
    'houses',
  ),
} as const satisfies Record<string, Service>

/** Name of a service in an address. */
export type ServiceKey = keyof typeof SERVICES

/** Whether a text from an address names a service. */
export function isServiceKey(text: string | undefined): text is ServiceKey {
  return text !== undefined && Object.prototype.hasOwnProperty.call(SERVICES, text)
}
