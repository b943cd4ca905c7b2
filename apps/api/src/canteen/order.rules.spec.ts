import { describe, expect, it } from '@jest/globals'

import { isPickupNumber, MAX_PICKUP, mayCancel, NEXT_STATUSES, orderActions, pickupNumber } from './order.rules.js'

const FREEZE = new Date('2026-11-23T02:30:00.000Z')
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
    expect(all.every(isPickupNumber)).toBe(true)
  })

  it('are not mistaken for the secret code of a QR', () => {
    expect(isPickupNumber('VLfSL35ZOv-y0vUHh9V66w')).toBe(false)
  })
})

describe('an order', () => {
  it('can be cancelled until the very instant of the freeze', () => {
    expect(mayCancel('paid', FREEZE, BEFORE)).toBe(true)
    expect(mayCancel('paid', FREEZE, FREEZE)).toBe(false)
    expect(orderActions('paid', FREEZE, BEFORE)).toEqual(['cancel', 'reorder'])
  })

  it('never leaves a terminal state', () => {
    expect(
      Object.entries(NEXT_STATUSES)
        .filter(([, next]) => next.length > 0)
        .map(([status]) => status),
    ).toEqual(['paid'])
    expect(mayCancel('handed_over', FREEZE, BEFORE)).toBe(false)
  })
})
