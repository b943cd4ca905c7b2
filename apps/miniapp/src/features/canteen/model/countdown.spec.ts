import { cutOffOf } from './countdown'

const sitting = { opensAt: '2026-11-16T00:00:00.000Z', cutOffAt: '2026-11-23T03:30:00.000Z' }

describe('pre-ordering', () => {
  it.each([
    ['2026-11-15T23:59:30.000Z', { phase: 'not_open', minutes: 1 }],
    ['2026-11-23T02:29:00.000Z', { phase: 'open', minutes: 61 }],
    ['2026-11-23T02:52:00.000Z', { phase: 'soon', minutes: 38 }],
    ['2026-11-23T03:29:59.000Z', { phase: 'soon', minutes: 1 }],
    ['2026-11-23T03:30:00.000Z', { phase: 'over', minutes: 0 }],
  ])('at %s is %o', (now, expected) => {
    expect(cutOffOf(sitting, new Date(now))).toEqual(expected)
  })
})
