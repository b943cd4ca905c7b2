import { describe, expect, it } from '@jest/globals'
import type {
  KitchenBoard,
  KitchenChange,
  KitchenDay,
  KitchenSitting,
  Ticket,
  UndoableStep,
} from '@wanli/contracts/kitchen'
import {
  inPlace,
  lateBeside,
  mealAt,
  missingOf,
  nextMeal,
  secondsLeft,
  signed,
  togetherOf,
  undoOf,
  unseenOf,
  urgentFirst,
  viewAtFirst,
} from './kitchen'

const ticket = (orderId: string, change: Partial<Ticket> = {}): Ticket => ({
  orderId,
  pickupNumber: 'A001',
  status: 'frozen',
  mode: 'dine_in',
  slotFrom: '2026-11-23T03:40:00.000Z',
  run: null,
  lines: [],
  leaveOut: [],
  lowSalt: false,
  soft: false,
  note: '',
  ...change,
})
const step: UndoableStep = { orderId: 'a', pickupNumber: 'A016', to: 'ready', until: '2026-11-23T03:12:30.000Z' }
const board = (change: Partial<KitchenBoard>): KitchenBoard =>
  ({ undo: null, counts: { waiting: 0, cooking: 0, made: 0 }, ...change }) as KitchenBoard

describe('meals beside this one', () => {
  it('are those of which a sample is missing, not those that were only served', () => {
    const sittings = ['breakfast', 'lunch', 'dinner'].map((id) => ({ id }))
    const samplesLateAt = [{ sittingId: 'lunch', dishes: 16 }]
    const day = { sittings, samplesLateAt } as KitchenDay
    expect(lateBeside(day, 'dinner').map(({ id }) => id)).toEqual(['lunch'])
    expect(lateBeside(day, 'lunch')).toEqual([])
  })
})

describe('the meal that comes next', () => {
  const sittings = ['lunch', 'dinner'].map((id, index) => ({
    id,
    serving: { from: `2026-11-23T0${3 + index * 5}:00:00.000Z`, to: `2026-11-23T0${5 + index * 4}:00:00.000Z` },
  }))
  const day = (currentId: string | null) => ({ sittings, currentId }) as KitchenDay
  const lunch = day(null).sittings[0]!

  it('is said when the one on the screen is over, and not while it is served', () => {
    expect(nextMeal(day('dinner'), lunch, new Date('2026-11-23T05:00:00.000Z'))?.id).toBe('dinner')
    expect(nextMeal(day('dinner'), lunch, new Date('2026-11-23T04:59:59.000Z'))).toBeUndefined()
  })

  it('is not said when there is none', () => {
    expect(nextMeal(day('lunch'), lunch, new Date('2026-11-23T06:00:00.000Z'))).toBeUndefined()
    expect(nextMeal(day(null), lunch, new Date('2026-11-23T06:00:00.000Z'))).toBeUndefined()
  })
})

describe('changes after the freeze', () => {
  const amount = (dishId: string, by: number): KitchenChange =>
    ({ kind: 'amount', dishId, amount: by }) as KitchenChange
  const without = { kind: 'leave_out', dishId: 'fish' } as KitchenChange
  const changes = [amount('fish', 2), amount('rice', -1), without]

  it('begin with what somebody must not eat, and keep their order otherwise', () => {
    expect(urgentFirst(changes)).toEqual([without, amount('fish', 2), amount('rice', -1)])
  })

  it('stand at their dish until they are seen', () => {
    expect(['fish', 'rice', 'soup'].map((dishId) => unseenOf(changes, dishId))).toEqual([2, -1, 0])
    expect([signed(2), signed(-1)]).toEqual(['+2', '−1'])
  })
})

describe('tickets under a finger', () => {
  it('stay where they stand, as they are now, with what is new behind them', () => {
    const [a, b, c] = [ticket('a'), ticket('b'), ticket('c')]
    const begun = ticket('b', { status: 'cooking' })
    // The second was begun and would stand first; the third is made by a colleague; a new one has come.
    expect(inPlace([a, b, c], [begun, a, ticket('d')]).map(({ orderId, status }) => `${orderId} ${status}`)).toEqual([
      'a frozen',
      'b cooking',
      'c frozen',
      'd frozen',
    ])
  })
})

describe('tickets that are begun together', () => {
  it('are of the time of the first that waits; what is on the stove or later is not', () => {
    const later = ticket('d', { slotFrom: '2026-11-23T03:50:00.000Z' })
    const tickets = [ticket('a', { status: 'cooking' }), ticket('b'), ticket('c'), later]
    expect(togetherOf(tickets)?.orderIds).toEqual(['b', 'c'])
  })

  it('are at least two, and have a time', () => {
    expect(togetherOf([ticket('a')])).toBeNull()
    expect(togetherOf([ticket('a', { slotFrom: null }), ticket('b', { slotFrom: null })])).toBeNull()
  })
})

describe('a step that may be taken back', () => {
  it('counts down to nothing', () => {
    expect(secondsLeft(step, new Date('2026-11-23T03:12:06.200Z'))).toBe(24)
    expect(secondsLeft(step, new Date('2026-11-23T03:13:00.000Z'))).toBe(0)
  })

  it('is gone when it was taken back, on this screen or by another', () => {
    expect(undoOf(step, board({}), [])).toBe(step)
    expect(undoOf(null, board({ undo: step }), [])).toBe(step)
    expect(undoOf(null, board({ undo: step }), [`a ${step.until}`])).toBeNull()
  })
})

it('turns to the first meal of a new day, but stays where somebody has something in hand', () => {
  const sitting = (id: string): KitchenSitting => ({ id }) as KitchenSitting
  const [dinner, breakfast, lunch] = [sitting('dinner'), sitting('breakfast'), sitting('lunch')]
  const day = { sittings: [breakfast, lunch], currentId: 'breakfast' }
  expect(mealAt(day, null, false)).toEqual({ sittings: day.sittings, sitting: breakfast })
  expect(mealAt(day, lunch, false).sitting).toBe(lunch)
  expect(mealAt(day, 'lunch', false).sitting).toBe(lunch)
  expect(mealAt(day, 'dinner', true).sitting).toBe(breakfast)
  expect(mealAt(day, dinner, false)).toEqual({ sittings: day.sittings, sitting: breakfast })
  expect(mealAt(day, dinner, true)).toEqual({ sittings: [dinner, breakfast, lunch], sitting: dinner })
})

it('opens with the sheet until somebody has begun', () => {
  expect(viewAtFirst(board({}))).toBe('sheet')
  expect(viewAtFirst(board({ counts: { waiting: 3, cooking: 1, made: 0 } }))).toBe('board')
})

it('never misses less than nothing', () => {
  expect(missingOf({ dishId: '', name: '', picture: '', station: 'hot', made: 4, total: 3 })).toBe(0)
})
