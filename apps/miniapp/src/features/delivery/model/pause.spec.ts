import { firstAfter, lengthOf, withEnd, withLength, withStart } from './pause'

const weekend = { from: '2026-11-28', to: '2026-11-29' }

describe('a pause', () => {
  it('counts both of its ends', () => {
    expect(lengthOf(weekend)).toBe(2)
    expect(lengthOf({ from: '2026-11-28', to: '2026-11-28' })).toBe(1)
  })

  it('is made so many days long, over the end of a month too', () => {
    expect(withLength(weekend, 7)).toEqual({ from: '2026-11-28', to: '2026-12-04' })
    expect(withLength(weekend, 1)).toEqual({ from: '2026-11-28', to: '2026-11-28' })
  })

  it('moves as a whole when it begins on another day', () => {
    expect(withStart(weekend, '2026-12-01')).toEqual({ from: '2026-12-01', to: '2026-12-02' })
  })

  it('is followed by the next day on which something comes at all', () => {
    expect(firstAfter(weekend, [1, 2, 3, 4, 5, 6, 7])).toBe('2026-11-30')
    expect(firstAfter({ from: '2026-12-04', to: '2026-12-04' }, [1, 2, 3, 4, 5])).toBe('2026-12-07')
    expect(firstAfter({ from: '2026-12-04', to: '2026-12-04' }, [5])).toBe('2026-12-11')
  })

  it('ends on another day, and never before it begins', () => {
    expect(withEnd(weekend, '2026-12-01')).toEqual({ from: '2026-11-28', to: '2026-12-01' })
    expect(withEnd(weekend, '2026-11-20')).toEqual({ from: '2026-11-28', to: '2026-11-28' })
  })
})
