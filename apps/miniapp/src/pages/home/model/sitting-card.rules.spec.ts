import type { OfferView } from '@wanli/contracts/canteen'
import { topOffers } from './sitting-card.rules'

describe('the dishes shown off', () => {
  const offer = (id: string, left: number): OfferView => ({ id, left }) as OfferView

  it('are the first that can still be had', () => {
    const offers = [offer('gone', 0), offer('a', 3), offer('b', 1), offer('c', 9)]
    expect(topOffers(offers, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
