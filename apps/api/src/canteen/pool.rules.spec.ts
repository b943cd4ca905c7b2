import fc from 'fast-check'

import { isForPool, keptAt, leftFor } from './pool.rules.js'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00.000+08:00`)
const STEPS = [
  { from: at('11:15'), keptPercent: 50 },
  { from: at('12:15'), keptPercent: 0 },
]

describe('portions kept for elders', () => {
  it.each([
    ['10:00', 20],
    ['11:14', 20],
    ['11:15', 10],
    ['12:14', 10],
    ['12:15', 0],
    ['13:00', 0],
  ])('at %s are %i halves of 20', (time, halves) => {
    expect(keptAt(20, STEPS, at(time))).toBe(halves)
  })

  it('are whole portions: half of three is one', () => {
    expect(keptAt(6, STEPS, at('11:30'))).toBe(2)
  })

  it('leave the rest to everybody', () => {
    const stock = { capacityHalves: 60, soldHalves: 40, keptHalves: 20, soldKeptHalves: 0 }
    expect(leftFor(stock, false, 20)).toBe(0)
    expect(leftFor(stock, true, 20)).toBe(20)
  })

  it('count what elders took already, so that it is not put aside twice', () => {
    const stock = { capacityHalves: 60, soldHalves: 40, keptHalves: 20, soldKeptHalves: 14 }
    expect(leftFor(stock, false, 20)).toBe(14)
  })

  it('are nobody else’s however the day goes, and never more than there is', () => {
    const halves = fc.nat({ max: 60 })
    fc.assert(
      fc.property(halves, halves, halves, halves, (kept, soldKept, soldOpen, keptNow) => {
        const soldHalves = Math.min(60, soldKept + soldOpen)
        const stock = {
          capacityHalves: 60,
          soldHalves,
          keptHalves: kept,
          soldKeptHalves: Math.min(soldKept, soldHalves),
        }
        const others = leftFor(stock, false, keptNow)
        const elders = leftFor(stock, true, keptNow)
        expect(others).toBeGreaterThanOrEqual(0)
        expect(others).toBeLessThanOrEqual(elders)
        expect(elders + soldHalves).toBeLessThanOrEqual(60)
      }),
    )
  })

  it('are for who is 60, and for every meal that is brought to the door', () => {
    expect(isForPool(60, 'dine_in')).toBe(true)
    expect(isForPool(59, 'pick_up')).toBe(false)
    expect(isForPool(null, 'dine_in')).toBe(false)
    expect(isForPool(30, 'delivery')).toBe(true)
  })
})
