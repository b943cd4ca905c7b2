import type { OfferView } from '@wanli/contracts/canteen'
import { chosenWords, countOf, EMPTY_BASKET, likelyNotes, linesOf, portionsIn, withCount } from './counter-basket'

const offers = [
  { id: 'fish', dish: { name: '清蒸鲈鱼' } },
  { id: 'rice', dish: { name: '长者套餐（一荤一素）' } },
] as OfferView[]

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

  it('is read back in short names, and counted by the kind of dish', () => {
    const basket = withCount(withCount(EMPTY_BASKET, 'rice', 'whole', 2), 'fish', 'half', 1)
    expect(chosenWords(basket, offers).map((words) => words.replace(/\u00a0/g, ' '))).toEqual([
      '清蒸鲈鱼 小份 × 1',
      '长者套餐 × 2',
    ])
    expect([portionsIn(basket, offers), portionsIn(basket, [{ id: 'fish' }]), portionsIn(basket, [])]).toEqual([
      3, 1, 0,
    ])
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
