import type { OfferView } from '@wanli/contracts/canteen'
import { countOf, EMPTY_BASKET, likelyNotes, linesOf, withCount } from './counter-basket'

const offers = [{ id: 'fish' }, { id: 'rice' }] as OfferView[]

describe('the basket at the counter', () => {
  it('keeps whole and half portions apart and lists them as the menu does', () => {
    const basket = withCount(
      withCount(withCount(EMPTY_BASKET, 'rice', 'whole', 2), 'fish', 'half', 1),
      'rice',
      'half',
      1,
    )
    expect(linesOf(basket, offers)).toEqual([
      { offerId: 'fish', quantity: 1, portion: 'half' },
      { offerId: 'rice', quantity: 2, portion: 'whole' },
      { offerId: 'rice', quantity: 1, portion: 'half' },
    ])
    expect(countOf(basket, 'fish', 'whole')).toBe(0)
  })

  it('forgets what is taken back to nothing', () => {
    const basket = withCount(EMPTY_BASKET, 'fish', 'whole', 1)
    expect(linesOf(withCount(basket, 'fish', 'whole', 0), offers)).toEqual([])
  })
})

describe('the notes a guest may hand over', () => {
  it.each([
    [1200, [20, 50, 100]],
    [1740, [20, 50, 100]],
    [2000, [50, 100]],
    [4550, [50, 60, 100]],
  ])('for %d fen are %j', (fen, notes) => {
    expect(likelyNotes(fen)).toEqual(notes)
  })
})
