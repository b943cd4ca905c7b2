import type { DishKind } from '@wanli/contracts/canteen'
import { sectionsOf } from './menu-sections'

const offer = (name: string, kind: DishKind) => ({ name, dish: { kind } })

describe('the groups of a menu', () => {
  it('come in the order meat, greens, staples and soups, snacks, sets', () => {
    const offers = [
      offer('套餐', '套餐'),
      offer('汤', '汤'),
      offer('蛋', '半荤'),
      offer('包', '点心'),
      offer('青菜', '素'),
      offer('肉', '荤'),
    ]
    expect(sectionsOf(offers).map(({ key }) => key)).toEqual(['meat', 'greens', 'staple', 'snack', 'set'])
  })

  it('keep the order of the kitchen, and leave out what has no dishes', () => {
    const [meat, ...others] = sectionsOf([offer('肉', '荤'), offer('鱼', '荤')])
    expect([meat?.offers.map(({ name }) => name), others]).toEqual([['肉', '鱼'], []])
  })
})
