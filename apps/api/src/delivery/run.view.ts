import type { HandOverHow, RunBrief, StopAction, StopView } from '@wanli/contracts/delivery'
import { maskedName } from '@wanli/kernel/names'
import { ageOn } from '@wanli/kernel/shanghai-time'

import type { Canteen } from '../canteen/canteen.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { shownStatus } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import { defined } from '../common/defined.js'

import { doorText } from './address.rules.js'
import { ladderView } from './ladder.rules.js'
import { ladderPeople, ON_THE_WAY, type SheetFacts, type SheetStop } from './sheet.rules.js'
import type { Run } from './run.entity.js'
import type { Stop } from './stop.entity.js'

/** Whether a courier has the meal and somebody waits for it. */
export const isOnTheWay = ({ status }: Pick<Order, 'status'>): boolean => ON_THE_WAY.includes(status)

/** What a courier may do at a stop: nothing before the meal has left and after it was had. */
function actionsOf({ status }: Pick<Order, 'status'>): StopAction[] {
  if (!isOnTheWay({ status })) return []
  return status === 'welfare_check' ? ['hand_over', 'attempt', 'close'] : ['hand_over', 'attempt']
}

/** Who took a meal in, in words: `本人`, `保姆小李`. */
export function receivedText({ how, receiver }: Pick<Stop, 'how' | 'receiver'>): string | null {
  const words: Record<HandOverHow, string> = { seen: '本人', named: receiver ?? '', other: receiver ?? '' }
  return how === null ? null : words[how]
}

/** A stop as its courier sees it at `now`. */
export function toStopView(
  { order, address, stop, position }: SheetStop,
  { facts, sitting, expectedAt }: { facts: SheetFacts; sitting: Sitting; expectedAt: Date },
  now: Date,
): StopView {
  const eater = facts.people.get(order.eaterId)
  const birthDay = facts.birthDays.get(order.eaterId)
  const diet = facts.diets.find(({ personId }) => personId === order.eaterId)
  const lines = facts.lines.filter((line) => line.orderId === order.id && line.refundedAt === null)
  const done = facts.attempts.filter(({ orderId }) => orderId === order.id)
  const people = ladderPeople(defined(facts.callable.get(order.id), 'whom a ladder calls'))
  return {
    orderId: order.id,
    position,
    status: shownStatus(order, sitting.freezeAt, now),
    pickupNumber: order.pickupNumber,
    eaterName: maskedName(eater?.name ?? ''),
    eaterFace: eater?.face ?? 'man',
    eaterAge: birthDay === undefined ? null : ageOn(birthDay, order.day),
    estate: address.estate.name,
    door: doorText(address),
    floor: address.floor,
    lift: address.lift,
    addressNote: address.note,
    receivers: address.receivers,
    portions: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    dishes: lines.map(({ dishName, quantity, portion }) => ({ name: dishName, quantity, portion })),
    note: order.note,
    leaveOut: order.leaveOut ?? [],
    lowSalt: diet?.lowSalt ?? false,
    soft: diet?.soft ?? false,
    expectedAt: expectedAt.toISOString(),
    ladder: ladderView(people, done, now),
    handedOverAt: stop?.handedAt?.toISOString() ?? null,
    handedOverTo: stop === null ? null : receivedText(stop),
    actions: actionsOf(order),
  }
}

/** Rows that a run's brief is made of. */
export interface RunParts {
  run: Run
  sitting: Sitting
  canteen: Canteen
  courierName: string | null
  stops: readonly SheetStop[]
}

/** A run without its stops, for `viewerId`. */
export function toRunBrief({ run, sitting, canteen, courierName, stops }: RunParts, viewerId: string): RunBrief {
  return {
    id: run.id,
    canteenId: canteen.id,
    canteenName: canteen.name,
    day: sitting.day,
    meal: sitting.meal,
    serving: { from: sitting.servingFrom.toISOString(), to: sitting.servingTo.toISOString() },
    number: run.number,
    courierId: run.courierId,
    courierName,
    mine: run.courierId === viewerId,
    leftAt: run.leftAt?.toISOString() ?? null,
    total: stops.length,
    delivered: stops.filter(({ order }) => order.status === 'delivered').length,
    waiting: stops.filter(({ stop }) => stop === null).length,
  }
}
