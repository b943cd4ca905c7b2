import type { OfferView, OrderListItem, OrderStatus, SittingBrief } from '@wanli/contracts/canteen'
import { hasOrdered, topOffers } from './sitting-card.rules'

describe('the dishes shown off', () => {
  const offer = (id: string, left: number): OfferView => ({ id, left }) as OfferView

  it('are the first that can still be had', () => {
    const offers = [offer('gone', 0), offer('a', 3), offer('b', 1), offer('c', 9)]
    expect(topOffers(offers, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('whether a meal is ordered', () => {
  const sitting = { day: '2026-11-23', meal: 'lunch' } as SittingBrief
  const order = (status: OrderStatus) => ({ ...sitting, status, eater: { id: 'zhou' } }) as unknown as OrderListItem

  it.each(['paid', 'ready', 'offered', 'out_for_delivery', 'undelivered'] as const)(
    'it is while it is %s',
    (status) => {
      expect(hasOrdered([order(status)], sitting, 'zhou')).toBe(true)
    },
  )

  it('it is not for somebody else, nor before it is paid', () => {
    expect(hasOrdered([order('paid')], sitting, 'wang')).toBe(false)
    expect(hasOrdered([order('placed')], sitting, 'zhou')).toBe(false)
  })
})
