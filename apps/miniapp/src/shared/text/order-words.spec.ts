import { atWindow } from './order-words'

/** Served 11:00–13:30 in Shanghai, to be fetched from 11:40 on. */
const serving = { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T05:30:00.000Z' }
const slot = { from: '2026-11-23T03:40:00.000Z', to: '2026-11-23T03:50:00.000Z' }
const at = (clock: string): Date => new Date(`2026-11-23T${clock}:00.000Z`)

describe('a meal at the window', () => {
  it.each([
    ['paid', '03:39', 'wait'],
    ['paid', '03:40', 'now'],
    ['paid', '05:29', 'now'],
    ['paid', '05:30', 'late'],
    ['cooking', '03:39', 'wait'],
    ['cooking', '03:40', 'cooking'],
    ['ready', '02:59', 'wait'],
    ['ready', '03:00', 'ready'],
    ['ready', '05:30', 'late'],
  ] as const)('that is %s is at %s: %s', (status, clock, stands) => {
    expect(atWindow({ status, slot, serving }, at(clock))).toBe(stands)
  })

  it('waits for the serving time when no slot was taken', () => {
    expect(atWindow({ status: 'paid', slot: null, serving }, at('02:59'))).toBe('wait')
    expect(atWindow({ status: 'paid', slot: null, serving }, at('03:00'))).toBe('now')
  })
})
