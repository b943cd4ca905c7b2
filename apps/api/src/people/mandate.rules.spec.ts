import { capLeftOn, mandateActions, statusOn } from './mandate.rules.js'

const mandate = { status: 'live' as const, validUntil: '2026-11-24', dailyCapFen: 6000, spentDay: null, spentFen: 0 }

describe('a mandate', () => {
  it('counts on its last day and not on the next', () => {
    expect([statusOn(mandate, '2026-11-24'), statusOn(mandate, '2026-11-25')]).toEqual(['live', 'expired'])
    expect(statusOn({ status: 'revoked', validUntil: '2026-11-01' }, '2026-11-25')).toBe('revoked')
    expect(statusOn({ status: 'live', validUntil: null }, '2099-01-01')).toBe('live')
  })

  it('has its whole cap again the next day', () => {
    const spent = { ...mandate, spentDay: '2026-11-24', spentFen: 4500 }
    expect([capLeftOn(spent, '2026-11-24'), capLeftOn(spent, '2026-11-25')]).toEqual([1500, 6000])
    expect(capLeftOn({ ...spent, dailyCapFen: null }, '2026-11-24')).toBeNull()
    expect(capLeftOn({ ...spent, dailyCapFen: 3000 }, '2026-11-24')).toBe(0)
  })

  it('is answered by the principal, and ended by either side', () => {
    expect(mandateActions('offered', 'principal')).toEqual(['decline', 'accept'])
    expect([mandateActions('offered', 'agent'), mandateActions('live', 'agent')]).toEqual([['revoke'], ['revoke']])
    expect(mandateActions('revoked', 'principal')).toEqual([])
  })
})
