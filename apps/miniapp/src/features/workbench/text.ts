import type { ServiceMode } from '@wanli/contracts/canteen'
import type { Face, Role } from '@wanli/contracts/people'
import { pronounOf } from './model/she'

/** Words of the workbench. */
export const WORKBENCH_TEXT = {
  signIn: '登录后看到你负责的活',
  notYours: '这是食堂的活',
  notYoursText: '要开通，打服务站电话登记',
  photo: { optional: '可以不拍', take: '拍一张', again: '重拍', done: '拍好了' },
  header: {
    live: '实时',
    dataOf: (clock: string) => `数据是 ${clock} 的`,
    serving: (meal: string) => `正在取 ${meal}`,
    next: (meal: string) => `下一餐 ${meal}`,
    over: '今天的饭都取完了',
  },
  desk: {
    title: '工作台',
    pickup: '取餐窗口',
    pickupText: (place: string) => `${place}，扫码交餐`,
    everywhere: '所有食堂',
    kitchen: '厨房',
    kitchenText: (place: string) => `${place}，备餐、做菜、留样`,
    kitchenLate: (count: number) => `${count} 样没留样`,
    clerk: '服务台',
    clerkText: (place: string) => `${place}，找人、核对、收现金、登记代办`,
    station: '比邻服务站',
    byPhone: '这份活眼下还在电话里办',
    call: '打给服务站',
    none: '你还没有要在这里干的活',
    noneText: '要开通，打服务站电话登记',
  },
  pickup: {
    title: '取餐窗口',
    scan: '扫码',
    type: '输号码',
    scanHint: '对准手机上的二维码',
    scanStart: '打开相机扫码',
    scanning: '正在找二维码',
    stop: '停下',
    cameraRefused: '相机没有允许。在浏览器的网站设置里打开，或者输号码。',
    cameraAbsent: '没找到相机，输号码也一样。',
    cameraUnable: '这里用不了相机，输号码也一样。',
    typeHint: '取餐号',
    letters: '字母',
    digits: '数字',
    erase: '退一格',
    clear: '重输',
    typeHelp: '点字母，再输三位数字，输完就查',
    matched: '对上了，第一次取',
    tooEarly: '还没到取餐时间',
    handedTitle: '这份已经取走了',
    handedBy: (when: string, by: string) => `${when} ${by}交的`,
    handedHelp: '先别给饭。问一句是不是家里人先来取过，不清楚就打服务站。',
    cancelledTitle: '这一单取消了',
    cancelledHelp: '钱已经退回去了。想吃可以现买。',
    expiredTitle: '这一单没有订成',
    expiredHelp: '没在时间里付钱，也没有扣钱。想吃可以现买。',
    givenUpTitle: '这份饭在转让',
    givenUpHelp: '本人要吃，请先在手机上收回来。有人接走的，会拿自己的号来取。',
    outTitle: '这份送餐员带走了',
    outHelp: '先别给饭。不清楚就打电话问送餐员。',
    overTitle: '这一餐已经过了',
    overHelp: '没有人来取，饭不留了，钱没有退。想吃可以现买。',
    delivery: '送餐的单，送餐员来拿。本人来取，就交给本人。',
    leaveOut: (what: string) => `不放${what}，看好红签再给`,
    unpaidTitle: '这一单还没付钱',
    unpaidHelp: '请人家在手机上付好，或者到「柜台点餐」收好现金，再来取。',
    notFoundTitle: '没找到这个号',
    notFound: (number: string) => `没找到 ${number}`,
    nothingWaitsTitle: '没有等着取的饭',
    nothingWaitsHelp: '看看卡号、姓和后四位对不对，也许已经取走了。',
    otherTitle: '没办成',
    age: (years: number) => `${years} 岁`,
    giveHer: '交给她了',
    giveHim: '交给他了',
    give: '交给本人了',
    earlyTitle: '现在就交？',
    earlyText: (meal: string, from: string) => `这是${meal}的饭，${from} 才开始取。确定现在就交给人家吗？`,
    earlyYes: '现在就交',
    earlyNo: '先不交',
    slip: '打张小票',
    toCounter: '去柜台收现金',
    done: (number: string) => `${number} 交好了`,
    next: '下一位',
    known: '知道了，下一位',
    choose: '这个号有几单，是哪一餐？',
    noneOfThem: '都不是',
    board: '今天',
    waiting: '等取',
    handedOver: '已交',
    noBoard: '今天没有开餐',
    recent: '刚交的',
    noRecent: '还没交过',
    callStation: '打给服务站',
    unreachableTitle: '网络断了',
    unreachableText: '还没查到。号码记着，不用再输。',
    lookAgain: '再查一次',
    idleTitle: '等人来取',
    idleText: '扫二维码，或者输取餐号',
    half: '小份',
    network: '网络断了一下，再点一次，不会交两次。',
  },
} as const

/** How one eats. */
export const MODE_NAME = { dine_in: '堂食', pick_up: '自取', delivery: '送餐' } as const satisfies Record<
  ServiceMode,
  string
>

/** Work that belongs on the workbench, as people call it. Roles without a name here have no desk. */
export const JOB_NAME: Readonly<Partial<Record<Role, string>>> = {
  canteen_staff: '食堂',
  clerk: '服务站前台',
  courier: '送餐',
  dorm_manager: '宿舍管理',
  dispatcher: '小修派单',
  employer: '用工登记',
  organiser: '活动组织',
  officer: '街道办',
  admin: '系统管理',
}

const GIVE_TEXT = {
  her: WORKBENCH_TEXT.pickup.giveHer,
  him: WORKBENCH_TEXT.pickup.giveHim,
  them: WORKBENCH_TEXT.pickup.give,
} as const

/** The words on the button that hands a meal over to somebody with this face. */
export function giveText(face: Face): string {
  return GIVE_TEXT[pronounOf(face)]
}
