import { groupByDay } from './by-day'

const now = new Date('2026-11-23T03:00:00.000Z')
const line = (id: string, createdAt: string): { id: string; createdAt: string } => ({ id, createdAt })

describe('a list by day', () => {
  it('cuts the day at midnight in Shanghai, not in Greenwich', () => {
    const groups = groupByDay(
      [line('after', '2026-11-22T16:00:00.000Z'), line('before', '2026-11-22T15:59:59.999Z')],
      now,
    )
    expect(groups.map(({ heading, items }) => [heading, items.map(({ id }) => id)])).toEqual([
      ['今天 周一', ['after']],
      ['昨天 周日', ['before']],
    ])
  })

  it('keeps the order of the list within a day and between days', () => {
    const groups = groupByDay(
      [
        line('1', '2026-11-23T02:00:00.000Z'),
        line('2', '2026-11-23T01:00:00.000Z'),
        line('3', '2026-11-20T02:00:00.000Z'),
      ],
      now,
    )
    expect(groups.map(({ heading, items }) => [heading, items.length])).toEqual([
      ['今天 周一', 2],
      ['11月20日 周五', 1],
    ])
  })

  it('is empty when the list is', () => {
    expect(groupByDay([], now)).toEqual([])
  })
})
