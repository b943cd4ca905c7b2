import {
  amountChange,
  assertSample,
  COUNTED,
  currentOf,
  folded,
  keepUntil,
  leaveOutLines,
  MADE,
  madeOf,
  portionsOf,
  sheetNumber,
} from './kitchen.rules.js'

describe('portions', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [13, 7],
    [14, 7],
  ])('cooks %i halves as %i', (half, whole) => {
    expect(folded(half)).toBe(whole)
    expect(portionsOf({ whole: 86, half })).toBe(86 + whole)
  })

  it('numbers the second sheet of 23 November', () => {
    expect(sheetNumber('2026-11-23', 2)).toBe('1123-2')
  })

  it('counts a meal that changed hands once: with its taker', () => {
    expect(COUNTED).not.toContain('taken_over')
    expect(COUNTED).toContain('offered')
    expect(MADE).not.toContain('offered')
  })
})

describe('a change after the freeze', () => {
  const dish = { dishId: 'd', dishName: '红烧狮子头', frozen: 93, extra: 7, seen: 0, sequence: 0 }

  it('is what is ordered less what was frozen and seen', () => {
    expect(amountChange(dish, { whole: 88, half: 14 })).toMatchObject({ amount: 2, total: 102, sequence: 0 })
    expect(amountChange({ ...dish, seen: 2, sequence: 1 }, { whole: 87, half: 14 })).toMatchObject({
      amount: -1,
      total: 101,
      sequence: 1,
    })
  })

  it('is none when nothing differs, and none when a half fits into the pan', () => {
    expect(amountChange(dish, { whole: 86, half: 14 })).toBeNull()
    expect(amountChange(dish, { whole: 86, half: 13 })).toBeNull()
  })
})

describe('how far a dish is', () => {
  const guests = { whole: 10, half: 1 }

  it('has the staff eat from the last pan', () => {
    expect(madeOf({ guests, made: { whole: 4, half: 0 }, staff: 6, sample: 1, kept: true })).toEqual({
      made: 5,
      total: 18,
    })
    expect(madeOf({ guests, made: guests, staff: 6, sample: 1, kept: true })).toEqual({ made: 18, total: 18 })
    expect(madeOf({ guests, made: guests, staff: 6, sample: 1, kept: false })).toEqual({ made: 17, total: 18 })
  })

  it('is cooked for the staff alone once there is a box of it', () => {
    const nobody = { guests: { whole: 0, half: 0 }, made: { whole: 0, half: 0 }, staff: 6, sample: 1 }
    expect(madeOf({ ...nobody, kept: false })).toEqual({ made: 0, total: 7 })
    expect(madeOf({ ...nobody, kept: true })).toEqual({ made: 7, total: 7 })
  })
})

it('names what is left out only for dishes that hold it', () => {
  const dishes = [
    { id: 't', name: '麻婆豆腐', allergens: ['大豆', '花生'] },
    { id: 'r', name: '米饭', allergens: [] },
  ]
  const order = { id: 'o', pickupNumber: 'A031', leaveOut: ['花生', '蛋'], dishes }
  expect(leaveOutLines([order])).toEqual([
    { orderId: 'o', pickupNumber: 'A031', dishId: 't', dishName: '麻婆豆腐', what: '花生' },
  ])
})

describe('a sample', () => {
  it('of 124 g is refused, of 125 g kept for 48 hours', () => {
    expect(() => assertSample(124)).toThrow()
    assertSample(125)
    expect(keepUntil(new Date('2026-11-23T03:00:00.000Z'))).toEqual(new Date('2026-11-25T03:00:00.000Z'))
  })
})

it('works at the meal that is not over yet, and at the last one when all are', () => {
  const [noon, evening] = ['2026-11-23T05:00:00.000Z', '2026-11-23T11:00:00.000Z'].map((to) => ({
    servingTo: new Date(to),
    closedAt: null,
  }))
  const day = [noon!, evening!]
  expect(currentOf(day, new Date('2026-11-23T04:59:00.000Z'))).toBe(noon)
  expect(currentOf(day, new Date('2026-11-23T05:00:00.000Z'))).toBe(evening)
  expect(currentOf(day, new Date('2026-11-23T12:00:00.000Z'))).toBe(evening)
})

it('works at no meal that was closed', () => {
  const [closedAt, servingTo] = [new Date('2026-11-23T01:00:00.000Z'), new Date('2026-11-23T05:00:00.000Z')]
  const supper = { servingTo: new Date('2026-11-23T11:00:00.000Z'), closedAt: null }
  expect(currentOf([{ servingTo, closedAt }, supper], closedAt)).toBe(supper)
})
