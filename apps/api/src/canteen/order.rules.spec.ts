import { instantOf } from '@wanli/kernel/shanghai-time'

import {
  beginOrder,
  holdOf,
  MAX_PICKUP,
  mayCancel,
  NEXT_STATUSES,
  orderActions,
  peopleOf,
  pickupNumber,
  readPickupNumber,
  shownStatus,
  statusAt,
  toldStatus,
} from './order.rules.js'

const FREEZE = new Date('2026-11-23T02:30:00.000Z')
const TIMES = { freezeAt: FREEZE, servingTo: new Date('2026-11-23T05:00:00.000Z') }
const BEFORE = new Date('2026-11-23T02:29:59.999Z')

describe('pick-up numbers', () => {
  it.each([
    [1, 'A001'],
    [999, 'A999'],
    [1000, 'B001'],
    [MAX_PICKUP, 'Z999'],
  ])('the %i. is %s', (sequence, number) => {
    expect(pickupNumber(sequence)).toBe(number)
  })

  it('never repeat in a sitting', () => {
    const all = [...Array(MAX_PICKUP).keys()].map((index) => pickupNumber(index + 1))
    expect(new Set(all).size).toBe(MAX_PICKUP)
    expect(all.every((one) => readPickupNumber(one) === one)).toBe(true)
  })

  it('are not mistaken for the secret code of a QR', () => {
    expect(readPickupNumber('VLfSL35ZOv-y0vUHh9V66w')).toBeNull()
  })

  it('are read however they are typed', () => {
    expect(['a017', ' A 017 ', 'Ａ０１７', 'A17', '017', ''].map(readPickupNumber)).toEqual([
      'A017',
      'A017',
      'A017',
      null,
      null,
      null,
    ])
  })
})

/** Who eats and pays. */
const OWN = { isPayer: true, hold: 'whole' } as const

describe('what somebody may do with an order', () => {
  const lunch = { eaterId: 'mother', placedById: 'daughter', paidById: 'daughter', door: 'app' } as const

  it.each([
    ['the eater, always', 'mother', false, 'whole'],
    ['who ordered it, while they may', 'daughter', true, 'whole'],
    ['who paid it, once they may not', 'daughter', false, 'money'],
    ['who only ordered it, once they may not', 'son', false, 'record'],
    ['a helper who did not order it', 'niece', true, 'none'],
  ] as const)('%s', (_, personId, mayAct, hold) => {
    expect(holdOf({ ...lunch, ...(personId === 'son' ? { placedById: 'son' } : {}) }, personId, mayAct)).toBe(hold)
  })

  it('is to take back what they pay before the kitchen counts, once they may order no more', () => {
    const paid = { status: 'paid', payUntil: null, mode: 'dine_in' } as const
    const payer = { isPayer: true, hold: 'money' } as const
    expect(orderActions(paid, TIMES, BEFORE, payer)).toEqual(['cancel'])
    expect(orderActions(paid, TIMES, FREEZE, payer)).toEqual([])
    expect(orderActions({ ...paid, status: 'handed_over' }, TIMES, FREEZE, payer)).toEqual([])
    expect(orderActions(paid, TIMES, BEFORE, { isPayer: false, hold: 'record' })).toEqual([])
  })
})

describe('the people of an order', () => {
  const people = { eaterId: 'mother', placedById: 'daughter', paidById: 'son' }

  it('are who eats, who ordered in the app and who pays, each once', () => {
    expect(peopleOf({ ...people, door: 'app' })).toEqual(['mother', 'daughter', 'son'])
    expect(peopleOf({ ...people, paidById: 'daughter', door: 'app' })).toEqual(['mother', 'daughter'])
    expect(peopleOf({ eaterId: 'mother', placedById: 'mother', paidById: 'mother', door: 'app' })).toEqual(['mother'])
  })

  it('are not the staff who sold it at the counter', () => {
    expect(peopleOf({ ...people, placedById: 'cook', door: 'counter' })).toEqual(['mother', 'son'])
    expect(peopleOf({ ...people, placedById: 'cook', paidById: 'mother', door: 'counter' })).toEqual(['mother'])
  })
})

describe('an order', () => {
  const paid = { status: 'paid' as const, payUntil: null }
  const placed = { status: 'placed' as const, payUntil: new Date('2026-11-23T02:10:00.000Z') }
  const [inTime, tooLate] = [new Date('2026-11-23T02:09:59.999Z'), new Date('2026-11-23T02:10:00.000Z')]

  it('can be cancelled until the very instant of the freeze', () => {
    expect(mayCancel(paid, FREEZE, BEFORE)).toBe(true)
    expect(mayCancel(paid, FREEZE, FREEZE)).toBe(false)
    expect(orderActions({ ...paid, mode: 'dine_in' }, TIMES, BEFORE, OWN)).toEqual(['cancel', 'reorder'])
  })

  it('never leaves a terminal state', () => {
    const terminal = Object.entries(NEXT_STATUSES).filter(([, next]) => next.length === 0)
    expect(terminal.map(([status]) => status).sort()).toEqual([
      'cancelled_by_canteen',
      'cancelled_by_eater',
      'closed',
      'delivered',
      'handed_over',
      'not_collected',
      'taken_over',
    ])
    expect(mayCancel({ status: 'handed_over', payUntil: null }, FREEZE, BEFORE)).toBe(false)
  })

  it('reaches every state from the beginning', () => {
    const seen = new Set(['placed'])
    for (const status of seen) for (const next of NEXT_STATUSES[status as keyof typeof NEXT_STATUSES]) seen.add(next)
    expect([...seen].sort()).toEqual(Object.keys(NEXT_STATUSES).sort())
  })

  it('is frozen for people from the very instant of the freeze, and can be given up then but not cancelled', () => {
    expect([BEFORE, FREEZE].map((now) => shownStatus(paid, FREEZE, now))).toEqual(['paid', 'frozen'])
    expect(orderActions({ ...paid, mode: 'dine_in' }, TIMES, FREEZE, OWN)).toEqual(['offer', 'reorder'])
    expect(orderActions({ ...paid, mode: 'delivery' }, TIMES, FREEZE, OWN)).toEqual(['reorder'])
    expect(orderActions({ ...paid, mode: 'dine_in' }, TIMES, TIMES.servingTo, OWN)).toEqual(['reorder'])
  })

  it('was not fetched once its day is over, whether or not the window has closed that day', () => {
    const lunch: Parameters<typeof toldStatus>[0] = { ...paid, mode: 'dine_in', day: '2026-11-23' }
    const told = (order: Partial<typeof lunch>, day: string, time: string) =>
      toldStatus({ ...lunch, ...order }, FREEZE, instantOf(day, time))
    expect(told({}, '2026-11-23', '23:59')).toBe('frozen')
    expect(told({}, '2026-11-24', '00:00')).toBe('not_collected')
    expect(told({ status: 'offered' }, '2026-11-24', '00:00')).toBe('not_collected')
    expect(told({ status: 'handed_over' }, '2026-11-24', '00:00')).toBe('handed_over')
    expect(told({ mode: 'delivery' }, '2026-11-24', '00:00')).toBe('frozen')
  })

  it('waits ten minutes for the money of WeChat, and for nothing when it costs nothing', () => {
    const now = new Date('2026-11-23T02:00:00.000Z')
    expect(beginOrder('wechat', 1, now)).toEqual(placed)
    expect(beginOrder('wechat', 0, now)).toEqual(paid)
    expect(beginOrder('wallet', 1, now)).toEqual(paid)
  })

  it('is expired at the very instant its time ends, whoever looks', () => {
    expect([inTime, tooLate].map((now) => statusAt(placed, now))).toEqual(['placed', 'expired'])
    expect(orderActions({ ...placed, mode: 'dine_in' }, TIMES, inTime, OWN)).toEqual(['pay', 'cancel', 'reorder'])
    expect(orderActions({ ...placed, mode: 'dine_in' }, TIMES, inTime, { ...OWN, isPayer: false })).toEqual([
      'cancel',
      'reorder',
    ])
    expect(orderActions({ ...placed, mode: 'dine_in' }, TIMES, tooLate, OWN)).toEqual(['reorder'])
  })

  it('that was not paid yet can be left after the freeze', () => {
    const late = { ...placed, payUntil: new Date('2026-11-23T02:40:00.000Z') }
    expect(mayCancel(late, FREEZE, FREEZE)).toBe(true)
  })
})
