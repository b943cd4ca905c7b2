import { advance, GAP_MS, readPosition, writePosition } from './position.rules.js'

const now = new Date('2026-11-23T02:00:00.000Z')
const row = (id: number, ageMs = 0) => ({ id, createdAt: new Date(now.getTime() - ageMs) })
const ids = (rows: { id: number }[]): number[] => rows.map(({ id }) => id)

describe('a reader of numbered rows', () => {
  it.each([
    [
      'moves on through rows without a gap',
      { floor: 4, pending: [] },
      [row(5), row(6)],
      { floor: 6, pending: [] },
      [5, 6],
    ],
    ['waits at a gap', { floor: 4, pending: [] }, [row(6), row(7)], { floor: 4, pending: [6, 7] }, [6, 7]],
    [
      'tells a late row once and moves on',
      { floor: 4, pending: [6] },
      [row(5), row(6)],
      { floor: 6, pending: [] },
      [5],
    ],
    ['gives an old gap up', { floor: 4, pending: [6] }, [row(6, GAP_MS)], { floor: 6, pending: [] }, []],
    [
      'keeps a young gap behind an old one',
      { floor: 4, pending: [] },
      [row(6, GAP_MS), row(8)],
      { floor: 6, pending: [8] },
      [6, 8],
    ],
    ['stays when there is nothing', { floor: 4, pending: [] }, [], { floor: 4, pending: [] }, []],
  ])('%s', (_, before, rows, after, fresh) => {
    const read = advance(before, rows, now)
    expect(read.position).toEqual(after)
    expect(ids(read.fresh)).toEqual(fresh)
  })

  it('keeps its place as a text, and refuses another text', () => {
    const position = { floor: 1_000_000, pending: [1_000_002, 1_000_040] }
    expect(readPosition(writePosition(position))).toEqual(position)
    for (const text of ['', 'a b', '../1', '1..2']) expect(readPosition(text)).toBeUndefined()
  })
})
