import type { OfferView, SittingBrief } from '@wanli/contracts/canteen'
import { cutOffWords } from './cut-off-words'
import { openSitting, topOffers } from './open-sitting.rules'

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

describe('the cut-off', () => {
  it('is counted when near', () => {
    expect(cutOffWords(sitting('s', '2026-11-23T02:22:00.000Z'), now)).toBe('22 分钟后截单')
  })

  it('is a clock time when far, with its own day', () => {
    expect(cutOffWords(sitting('s', '2026-11-24T01:00:00.000Z'), now)).toBe('明天 9:00 截单')
  })
})

describe('the dishes shown off', () => {
  const offer = (id: string, left: number): OfferView => ({ id, left }) as OfferView

  it('are the first that can still be had', () => {
    const offers = [offer('gone', 0), offer('a', 3), offer('b', 1), offer('c', 9)]
    expect(topOffers(offers, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
