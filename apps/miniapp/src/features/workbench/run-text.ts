import type { AttemptOutcome, CheckOutcome, LadderStepView, NamedPerson } from '@wanli/contracts/delivery'
import { facts } from '@/shared/text/facts'

const called = ({ name, relation }: NamedPerson): string => (relation === '' ? name : `${relation} ${name}`)

function whenToTake(courier: string | null, left: boolean): string {
  if (courier === null) return '你可以接过来。'
  return left ? `${courier}已经出发了，送不完的时候，你可以接过来。` : `${courier}来不了的时候，你可以接过来。`
}

/** `25 分`, `1 小时 5 分`, `22 小时`: of what goes on for more than two hours nobody counts the minutes. */
function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} 分`
  return hours < 2 && minutes % 60 > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`
}

/** Words of the courier's way. */
export const RUN_TEXT = {
  title: '送餐',
  notYours: '这是送餐员的活',
  titleOf: (number: number) => `${number} 线 送餐`,
  run: (number: number, meal: string) => `${number} 线 ${meal}`,
  none: '今天没有要送的饭',
  noneText: '有人订了送餐，这里马上就有',
  notMine: (courier: string | null) => (courier === null ? '这条线今天还没有人送' : `这条线是${courier}在送`),
  notMineText: (courier: string | null, left: boolean) => `${whenToTake(courier, left)}楼号门牌只有送的人看得到。`,
  free: (number: number, meal: string, count: number) => `${number} 线 ${meal}还没有人送，${count} 份在等`,
  take: '今天我来送',
  takeTitle: '接过这条线？',
  takeBody: (courier: string | null, left: boolean) =>
    courier === null
      ? '接过来以后由你送。'
      : `${left ? `${courier}已经带着饭在路上了。` : ''}接过来以后由你送，${courier}就看不到门牌了。`,
  takeNo: '不接',
  done: (count: number) => `送到 ${count} 份`,
  of: (done: number, all: number) => `${done} / ${all}`,
  progress: (done: number, all: number) => `${all} 站里送到了 ${done} 站`,
  late: (minutes: number) => `比预计晚 ${minutesText(minutes)}`,
  waiting: (count: number) => `食堂里还有 ${count} 份没带上`,
  leave: (count: number) => `带上 ${count} 份，出发`,
  leaveAgain: (count: number) => `再带 ${count} 份，出发`,
  allDone: '这一趟送完了',
  allDoneText: '辛苦了，回食堂把保温箱还上',
  station: (position: number) => `第 ${position} 站`,
  floor: (floor: number, lift: boolean) => facts(`${floor} 楼`, lift ? '有电梯' : '没电梯'),
  portions: (count: number) => `${count} 样`,
  age: (years: number) => `${years} 岁`,
  noAnswer: '没人应门',
  giveTo: (name: string) => `交给${name}`,
  leaveOut: (what: string) => `不要${what}`,
  lowSalt: '少盐',
  soft: '软烂',
  rule: '饭不放门口。要见到人，或交给写好名字的人',
  shut: '没人应门',
  opened: '门开了',
  handOver: '交给本人',
  giveTitle: '交给谁了',
  self: '本人',
  seen: '见到本人了',
  seenText: '亲手交到，人好好的',
  other: '别人收的',
  otherName: '收饭的人叫什么',
  otherNamePlaceholder: '比如：对门老王',
  otherReason: '为什么交给他',
  otherReasonPlaceholder: '比如：阿婆在他家坐着',
  otherWrong: '写上名字和为什么',
  give: '交好了',
  handed: (door: string, to: string) => `${door} 交给${to}了`,
  deliveredTo: (to: string) => `交给${to}了`,
  closed: '查看过了',
  waitLeft: (clock: string) => `再等 ${clock}`,
  elapsed: (minutes: number) => `已 ${minutesText(minutes)}`,
  always: '不要等，觉得不对就打',
  dial: (number: string) => `拨打 ${number}`,
  finding: '正在找号码',
  notAnswered: '没接',
  answered: '接了',
  answeredWords: '说了什么（可以不写）',
  told: '说好了，有人去看',
  emergency: '打 110、120',
  emergencyText: '叫门没人应，里面有响动、闻到煤气味、看到人倒下，马上打。',
  call110: '拨打 110',
  call120: '拨打 120',
  emergencyDone: '打过了，记下来',
  logged: '每看一次号码，都会记在住户的“谁看过我的资料”里。',
  finish: '有结果了',
  finishTitle: '人怎么样',
  finishWords: '写清楚，家里人看得到',
  finishPlaceholder: '比如：女儿接走了，人在家',
  finishWrong: '至少写两个字',
  finishGo: '记下来，结束',
  network: '网络断了一下。再点一次，不会记两次。',
  door: '送餐',
  doorText: (place: string) => `${place}，今天的送餐线`,
} as const

/** What a step is called before it is done. A committee that did not pick up is called again. */
export function stepWords({ step, who, outcome }: Pick<LadderStepView, 'step' | 'who' | 'outcome'>): string {
  switch (step) {
    case 'knock':
      return '敲门、按铃'
    case 'wait':
      return '等满 3 分钟'
    case 'self':
      return '打给本人'
    case 'contact':
      return who === null ? '打给家里人' : `打给${called(who)}`
    case 'committee':
      return outcome === 'no_answer' ? `再打${nameOf(who)}` : `${nameOf(who)} 上门看`
    case 'emergency':
      return '打 110、120'
  }
}

const nameOf = (who: NamedPerson | null): string => who?.name ?? '居委'

const OUTCOME: Record<AttemptOutcome, string> = { no_answer: '没接', answered: '接了', told: '说好了' }

/** What a step is called once it is done: `打本人，没接`. */
export function doneWords(view: LadderStepView): string {
  const { step, outcome, who } = view
  if (outcome === null || step === 'knock') return stepWords(view)
  if (step === 'committee') return `请${nameOf(who)}上门看了`
  if (step === 'emergency') return '打了 110、120'
  const whom = step === 'self' || who === null ? '本人' : called(who)
  return `打${whom}，${OUTCOME[outcome]}`
}

/** How a welfare check may end. */
export const OUTCOME_TEXT = {
  found: '人找到了',
  hospital: '在医院',
  other: '其他',
} as const satisfies Record<CheckOutcome, string>
