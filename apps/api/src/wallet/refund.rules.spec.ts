import { pocketShares, refundShares } from './refund.rules.js'

const GIFT = { position: 0, openFen: 300 }
const OWN = { position: 1, openFen: 500 }

describe('a payment from pockets', () => {
  it.each([
    [800, 300, { giftFen: 300, ownFen: 500 }],
    [200, 300, { giftFen: 200, ownFen: 0 }],
    [800, 0, { giftFen: 0, ownFen: 800 }],
  ])('of %i fen with %i fen of gifts takes %j', (payFen, giftFen, shares) => {
    expect(pocketShares(payFen, giftFen)).toEqual(shares)
  })
})

describe('a refund', () => {
  it.each([
    [200, [[1, 200]]],
    [500, [[1, 500]]],
    [
      501,
      [
        [1, 500],
        [0, 1],
      ],
    ],
    [
      800,
      [
        [1, 500],
        [0, 300],
      ],
    ],
    [0, []],
  ])('of %i fen gives own money back before gift money', (fen, shares) => {
    expect(refundShares([GIFT, OWN], fen).map((share) => [share.part.position, share.fen])).toEqual(shares)
  })

  it('never exceeds what was paid', () => {
    expect(() => refundShares([GIFT, OWN], 801)).toThrow('exceeds')
  })
})
