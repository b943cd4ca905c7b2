import { anOffer } from '../testing/offers'
import { fewLeft, sectionsOf } from './sections'

describe('the groups of a menu', () => {
  it('come in the order meat, greens, staples and soups, snacks, sets', () => {
    const offers = [
      anOffer('套餐', '套餐'),
      anOffer('汤', '汤'),
      anOffer('蛋', '半荤'),
      anOffer('包', '点心'),
      anOffer('青菜', '素'),
      anOffer('肉', '荤'),
    ]
    expect(sectionsOf(offers).map(({ key }) => key)).toEqual(['meat', 'greens', 'staple', 'snack', 'set'])
  })

  it('keep the row of a sold-out dish where it was', () => {
    const offers = [anOffer('肉', '荤', { left: 0 }), anOffer('鱼', '荤')]
    expect(sectionsOf(offers)[0]?.offers.map(({ dish }) => dish.name)).toEqual(['肉', '鱼'])
  })
})

describe('portions left', () => {
  it.each([
    [0, null],
    [1, 1],
    [5, 5],
    [6, null],
  ])('%i left is told as %s', (left, told) => {
    expect(fewLeft(anOffer('鱼', '荤', { left }))).toBe(told)
  })
})
