import type { SittingBrief } from '@wanli/contracts/canteen'
import { openSitting } from './open-sitting.rules'

const now = new Date('2026-11-23T02:00:00.000Z')

function sitting(id: string, cutOffAt: string, actions: SittingBrief['actions'] = ['order']): SittingBrief {
  return {
    id,
    canteenId: 'c',
    day: '2026-11-23',
    meal: 'lunch',
    opensAt: '2026-11-20T00:00:00.000Z',
    freezeAt: cutOffAt,
    cutOffAt,
    serving: { from: '2026-11-23T03:30:00.000Z', to: '2026-11-23T04:30:00.000Z' },
    closedReason: null,
    actions,
  }
}

describe('the sitting to show', () => {
  const soon = sitting('soon', '2026-11-23T02:22:00.000Z')
  const later = sitting('later', '2026-11-23T08:00:00.000Z')

  it('is the one that closes first', () => {
    expect(openSitting([later, soon], now)?.id).toBe('soon')
  })

  it('is not one that takes no orders', () => {
    expect(openSitting([sitting('closed', soon.cutOffAt, []), later], now)?.id).toBe('later')
  })

  it('is not one whose cut-off has just come', () => {
    expect(openSitting([sitting('past', now.toISOString())], now)).toBeUndefined()
  })
})
