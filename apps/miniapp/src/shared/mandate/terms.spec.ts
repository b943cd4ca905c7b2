import { describe, expect, it } from '@jest/globals'
import { capsWith, FIRST_TERMS, formOf, termsOf, toggleScope } from './terms'

describe('the terms of a mandate', () => {
  it('begin with meals, sixty yuan a day and half a year', () => {
    expect(termsOf(FIRST_TERMS, '2026-11-24')).toEqual({
      scopes: ['meals'],
      dailyCapFen: 6000,
      payer: 'agent',
      validUntil: '2027-05-23',
    })
  })

  it('keep the end day they had until another length is chosen', () => {
    const form = formOf({ scopes: ['meals'], dailyCapFen: null, payer: 'principal', validUntil: '2026-12-31' })
    expect(termsOf(form, '2026-11-24').validUntil).toBe('2026-12-31')
    expect(termsOf({ ...form, length: null }, '2026-11-24').validUntil).toBeNull()
    expect(termsOf({ ...form, length: 30 }, '2026-11-24').validUntil).toBe('2026-12-24')
  })

  it('switch a scope on and off in one order', () => {
    expect(toggleScope(['bookings'], 'meals')).toEqual(['meals', 'bookings'])
    expect(toggleScope(['meals', 'bookings'], 'meals')).toEqual(['bookings'])
  })

  it('offer a cap that was set elsewhere', () => {
    expect(capsWith(6000)).toEqual([3000, 6000, 10_000, null])
    expect(capsWith(4500)).toEqual([3000, 4500, 6000, 10_000, null])
  })
})
