import type { OrderLineView } from '@wanli/contracts/canteen'
import { anOffer } from '../testing/offers'
import { reorder, reorderWords } from './reorder'

const aLine = { offerId: 'o', portion: 'whole', quantity: 1 } as const

const eaten = (name: string, quantity = 1, portion: 'whole' | 'half' = 'whole'): OrderLineView => ({
  id: `line-${name}`,
  dishId: `dish-${name}`,
  dishName: name,
  picture: 'dish-11',
  portion,
  quantity,
  unitFen: 0,
  listFen: 0,
  discountFen: 0,
  subsidyFen: 0,
  payFen: 0,
  refundedAt: null,
})

describe('the same again', () => {
  it('finds the dishes of another day by their name in the catalogue', () => {
    expect(reorder([eaten('红烧肉', 2)], [anOffer('红烧肉', '荤', { id: 'offer-of-tomorrow' })])).toEqual({
      lines: [{ offerId: 'offer-of-tomorrow', portion: 'whole', quantity: 2 }],
      missing: [],
      fewer: [],
    })
  })

  it('tells what is not cooked, what is sold out and what has no small portion', () => {
    const offers = [anOffer('鱼', '荤', { left: 0 }), anOffer('青菜', '素', { half: null })]
    const again = reorder([eaten('红烧肉'), eaten('鱼'), eaten('青菜', 1, 'half')], offers)
    expect(again).toEqual({ lines: [], missing: ['红烧肉', '鱼', '青菜'], fewer: [] })
  })

  it('takes what is left and tells that it is fewer', () => {
    const again = reorder([eaten('鱼', 3)], [anOffer('鱼', '荤', { left: 2 })])
    expect(again.fewer).toEqual(['鱼'])
    expect(again.lines).toMatchObject([{ quantity: 2 }])
  })
})

describe('what a repeated order says on the menu', () => {
  const meal = '今天 晚餐'
  it('names the meal whose basket it went into', () => {
    expect(reorderWords(meal, { lines: [aLine], missing: [], fewer: [] })).toBe('放进今天 晚餐的篮子了')
    expect(reorderWords(meal, { lines: [aLine], missing: ['鲈鱼'], fewer: [] })).toContain('今天 晚餐没有鲈鱼')
    expect(reorderWords(meal, { lines: [aLine], missing: [], fewer: ['鲈鱼'] })).toContain('放进今天 晚餐的篮子了')
    expect(reorderWords(meal, { lines: [], missing: ['鲈鱼'], fewer: [] })).toContain('今天 晚餐都没有')
  })
})
