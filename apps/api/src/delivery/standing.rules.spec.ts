import type { DishKind } from '@wanli/contracts/canteen'
import type { StandingWish } from '@wanli/contracts/standing'

import { adviceOf, isDue, isPaused, trayFor, type EaterDiet, type MenuDish } from './standing.rules.js'

const dish = (name: string, kind: DishKind, more: Partial<MenuDish> = {}): MenuDish => ({
  offerId: name,
  name,
  kind,
  soft: false,
  lowSalt: false,
  ingredients: [],
  allergens: [],
  hasHalf: false,
  leftHalves: 20,
  ...more,
})
const menu = [
  dish('红烧肉', '荤', { hasHalf: true }),
  dish('清蒸鲈鱼', '荤', { soft: true, lowSalt: true }),
  dish('麻婆豆腐', '素', { soft: true, allergens: ['花生'] }),
  dish('炒青菜', '素'),
  dish('米饭', '主食', { leftHalves: 1 }),
]
const wish = (kind: DishKind | null, dishNames: string[] = [], more: Partial<StandingWish> = {}): StandingWish => ({
  kind,
  dishNames,
  portion: 'whole',
  quantity: 1,
  ...more,
})
const ANYTHING: EaterDiet = { avoid: [], soft: false, lowSalt: false }
const chosen = (wishes: StandingWish[], diet: Partial<EaterDiet> = {}): string =>
  trayFor(wishes, menu, { ...ANYTHING, ...diet })
    .lines.map(
      ({ offerId, quantity, portion }) =>
        `${offerId}${quantity === 1 ? '' : quantity}${portion === 'half' ? '小' : ''}`,
    )
    .join(' ')

describe('what a standing order takes from the menu', () => {
  it.each<[string, StandingWish[], Partial<EaterDiet>, string]>([
    ['the first of a kind', [wish('荤')], {}, '红烧肉'],
    ['a soft one for who eats soft', [wish('荤')], { soft: true }, '清蒸鲈鱼'],
    ['one low in salt for who eats so', [wish('荤')], { lowSalt: true }, '清蒸鲈鱼'],
    ['a named dish before its kind', [wish('荤', ['清蒸鲈鱼'])], {}, '清蒸鲈鱼'],
    ['the kind when the named one is not there', [wish('荤', ['狮子头'])], {}, '红烧肉'],
    ['nothing without a kind to fall back on', [wish(null, ['狮子头'])], {}, ''],
    ['never what is not eaten, though soft', [wish('素')], { avoid: ['花生'], soft: true }, '炒青菜'],
    ['never a named one that is not eaten', [wish(null, ['麻婆豆腐'])], { avoid: ['花生'] }, ''],
    ['two different ones of a kind', [wish('荤'), wish('荤')], {}, '红烧肉 清蒸鲈鱼'],
    ['nothing that is not left', [wish('主食'), wish('素')], {}, '麻婆豆腐'],
    ['a small portion where there is one', [wish('荤', [], { portion: 'half' })], {}, '红烧肉小'],
    ['a whole one where there is none', [wish('素', [], { portion: 'half' })], {}, '麻婆豆腐'],
    ['one line for a dish that is named twice', [wish(null, ['炒青菜']), wish(null, ['炒青菜'])], {}, '炒青菜2'],
  ])('is %s', (_, wishes, diet, wanted) => expect(chosen(wishes, diet)).toBe(wanted))

  it('leaves out what cannot be had, and says so', () => {
    const [gone, there] = [wish(null, ['狮子头']), wish('素')]
    const { lines, unmet } = trayFor([gone, there], menu, ANYTHING)
    expect([lines.map(({ offerId }) => offerId), unmet]).toEqual([['麻婆豆腐'], [gone]])
  })
})

describe('when a day is ordered', () => {
  const times = { opensAt: new Date('2026-11-16T22:00:00Z'), freezeAt: new Date('2026-11-23T02:30:00Z') }
  it.each([
    ['not a week ahead', '2026-11-17T02:00:00Z', false],
    ['from a day before the kitchen counts', '2026-11-22T02:30:00Z', true],
    ['until the kitchen counts', '2026-11-23T02:29:59Z', true],
    ['not after', '2026-11-23T02:30:00Z', false],
  ])('%s', (_, now, wanted) => expect(isDue(times, new Date(now))).toBe(wanted))
  it('is never before orders are taken', () => {
    expect(isDue({ ...times, opensAt: new Date('2026-11-23T00:00:00Z') }, new Date('2026-11-22T23:00:00Z'))).toBe(false)
  })
})

it.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-11-25', true],
  ['2026-11-26', false],
])('rests from the first to the last day of a pause: %s', (day, wanted) => {
  expect(isPaused({ pausedFrom: '2026-11-23', pausedTo: '2026-11-25' }, day)).toBe(wanted)
})

it.each([
  ['orders one by hand, while orders are taken', '2026-11-23T03:29:59Z', null, '可以自己订一份'],
  [
    'rings or goes to the window, while it is served',
    '2026-11-23T03:30:00Z',
    null,
    '可以打食堂电话 62 问问，或到窗口买一份',
  ],
  ['hears that nothing was taken, when it is over', '2026-11-23T05:00:00Z', null, '没有扣钱，有事打食堂电话 62'],
  [
    'looks elsewhere, when it is not served',
    '2026-11-23T02:00:00Z',
    new Date('2026-11-22T02:00:00Z'),
    '这一餐请另外安排',
  ],
])('whose meal does not come %s', (_, now, closedAt, wanted) => {
  const times = { closedAt, cutOffAt: new Date('2026-11-23T03:30:00Z'), servingTo: new Date('2026-11-23T05:00:00Z') }
  expect(adviceOf(times, new Date(now), '62')).toBe(wanted)
})
