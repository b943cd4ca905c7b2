import { CANTEEN } from '@wanli/kernel/limits'
import { anOffer } from '../testing/offers'
import {
  cartTotal,
  changeCart,
  countOf,
  EMPTY_CART,
  fitCart,
  joinCarts,
  mostOf,
  priceLines,
  quantityOf,
  type Cart,
} from './cart'

const pork = anOffer('红烧肉')
const greens = anOffer('青菜', '素', { listFen: 150, myFen: 128, half: null })
const put = (cart: Cart, offer = pork, quantity = 1, portion: 'whole' | 'half' = 'whole'): Cart =>
  changeCart(cart, { kind: 'set', offer, portion, quantity })

describe('a cart', () => {
  it('counts a whole and a small portion of one dish as two lines', () => {
    const cart = put(put(EMPTY_CART, pork, 2), pork, 1, 'half')
    expect(cart.lines).toHaveLength(2)
    expect(countOf(cart)).toBe(3)
  })

  it('forgets a dish that is taken back to none', () => {
    expect(put(put(EMPTY_CART), pork, 0).lines).toEqual([])
  })

  it('takes no more than the pot holds, a small portion being half of one', () => {
    const scarce = anOffer('鲈鱼', '荤', { left: 2 })
    const cart = put(put(EMPTY_CART, scarce, 3, 'half'), scarce, 5)
    expect(quantityOf(cart, scarce.id, 'half')).toBe(3)
    expect(quantityOf(cart, scarce.id, 'whole')).toBe(0)
    expect(mostOf(put(EMPTY_CART, scarce, 1), scarce, 'half')).toBe(2)
  })

  it('stops at the most of one dish and at the most dishes of an order', () => {
    const plenty = anOffer('米饭', '主食', { left: 500 })
    expect(quantityOf(put(EMPTY_CART, plenty, 99), plenty.id, 'whole')).toBe(CANTEEN.maxQuantity)
    const full = Array.from({ length: CANTEEN.maxLines }, (_, index) => anOffer(`菜${index}`)).reduce(
      (cart, offer) => put(cart, offer),
      EMPTY_CART,
    )
    expect(put(full, anOffer('再来一样')).lines).toHaveLength(CANTEEN.maxLines)
  })

  it('cuts a note by characters, so that a rare character is never torn', () => {
    const note = '𠮷'.repeat(CANTEEN.noteLength + 1)
    expect(changeCart(EMPTY_CART, { kind: 'note', note }).note).toBe('𠮷'.repeat(CANTEEN.noteLength))
  })
})

describe('a kept cart in the sitting of now', () => {
  it('stays the very same when everything is still there', () => {
    const cart = put(EMPTY_CART)
    expect(fitCart(cart, [pork]).cart).toBe(cart)
  })

  it('drops what is sold out and says its name', () => {
    const cart = put(put(EMPTY_CART), greens)
    const fitted = fitCart(cart, [{ ...pork, left: 0 }, greens])
    expect(fitted.gone).toEqual(['红烧肉'])
    expect(fitted.cart.lines.map((line) => line.offerId)).toEqual([greens.id])
  })

  it('shrinks to what is left and says so', () => {
    const fitted = fitCart(put(EMPTY_CART, pork, 4), [{ ...pork, left: 3 }])
    expect(fitted.fewer).toEqual(['红烧肉'])
    expect(quantityOf(fitted.cart, pork.id, 'whole')).toBe(3)
  })

  it('drops a small portion that is no longer sold', () => {
    expect(fitCart(put(EMPTY_CART, pork, 1, 'half'), [{ ...pork, half: null }]).gone).toEqual(['红烧肉'])
  })

  it('keeps the note, the eater and the time', () => {
    const cart = { ...put(EMPTY_CART), note: '少饭', forPersonId: 'mum', slotId: 's1' }
    expect(fitCart(cart, []).cart).toEqual({ ...cart, lines: [] })
  })
})

describe('the price of a cart', () => {
  it('is rounded once for the whole order', () => {
    const lines = priceLines(put(EMPTY_CART, greens, 2), [greens])
    expect(cartTotal(lines, 85)).toEqual({ listFen: 300, myFen: 255 })
  })

  it('uses the price of the small portion for a small portion', () => {
    expect(priceLines(put(EMPTY_CART, pork, 2, 'half'), [pork])).toMatchObject([{ listFen: 1200, myFen: 1020 }])
  })
})

describe('carts of before signing in', () => {
  const own: Cart = { ...EMPTY_CART, forPersonId: 'mum', note: '少饭' }

  it('bring their dishes along, and leave who eats and what was said as it was', () => {
    const picked = put(EMPTY_CART, pork, 2)
    expect(joinCarts({ lunch: own }, { lunch: picked, dinner: picked })).toEqual({
      lunch: { ...own, lines: picked.lines },
      dinner: picked,
    })
  })

  it('stay behind where one had picked something oneself, or nothing was picked', () => {
    const mine = put(own, greens)
    expect(joinCarts({ lunch: mine }, { lunch: put(EMPTY_CART, pork), dinner: EMPTY_CART })).toEqual({ lunch: mine })
  })
})
