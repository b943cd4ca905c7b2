import { cutOffOf, fetchTimeOf } from './countdown'

const sitting = { opensAt: '2026-11-16T00:00:00.000Z', cutOffAt: '2026-11-23T03:30:00.000Z' }
const serving = { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T05:30:00.000Z' }
const slot = { from: '2026-11-23T03:40:00.000Z', to: '2026-11-23T03:50:00.000Z' }

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

describe('fetching a meal', () => {
  it.each([
    ['2026-11-23T03:08:00.000Z', { phase: 'wait', minutes: 32 }],
    ['2026-11-23T03:40:00.000Z', { phase: 'now' }],
    ['2026-11-23T05:00:00.000Z', { phase: 'now' }],
    ['2026-11-23T05:30:00.000Z', { phase: 'late' }],
  ])('at %s is %o', (now, expected) => {
    expect(fetchTimeOf({ slot, serving }, new Date(now))).toEqual(expected)
  })

  it('waits for the serving time when no slot was taken', () => {
    expect(fetchTimeOf({ slot: null, serving }, new Date('2026-11-23T02:50:00.000Z'))).toEqual({
      phase: 'wait',
      minutes: 10,
    })
  })
})
