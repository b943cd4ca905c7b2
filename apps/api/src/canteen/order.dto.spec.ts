import 'reflect-metadata'

import { CANTEEN } from '@wanli/kernel/limits'
import { plainToInstance } from 'class-transformer'
import { validateSync } from 'class-validator'
import fc from 'fast-check'

import { isSurelyRight } from '../common/compiled-body.js'

import { PlaceOrderBody } from './order.dto.js'

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true }

const classSays = (body: object): boolean => validateSync(plainToInstance(PlaceOrderBody, body), OPTIONS).length === 0

const id = fc.uuid()
const odd = fc.oneof(
  fc.constantFrom('', '不是编号', 0, -1, 1.5, 1e9, '１２', null, true, [], {}, '0'.repeat(36), 'A'.repeat(8)),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.string({ unit: fc.constantFrom('a', '饭', '𠮷', '❤️', '\uFE0F'), minLength: 95, maxLength: 115 }),
)
const right = {
  sittingId: id,
  lines: fc.array(
    fc.record(
      { offerId: id, quantity: fc.integer({ min: 1, max: 3 }), portion: fc.constantFrom('whole', 'half') },
      { requiredKeys: ['offerId', 'quantity'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  mode: fc.constantFrom('dine_in', 'pick_up', 'delivery'),
  payBy: fc.constantFrom('wallet', 'wechat', 'counter'),
  slotId: id,
  addressId: id,
  forPersonId: id,
  note: fc.string({ unit: fc.constantFrom('少', '盐', ' ', '𠮷'), maxLength: 12 }),
  expectedPayFen: fc.nat(5000),
  leaveOut: fc.boolean(),
  again: fc.boolean(),
}
const rightBody = fc.record(right, { requiredKeys: ['sittingId', 'lines', 'mode', 'payBy'] })

/** A right body in which nothing, one member, or a line's member is odd, or something is too much. */
const anyBody = fc
  .tuple(rightBody, fc.constantFrom<string>(...Object.keys(right), 'extra', 'quantity', 'offerId', 'none'), odd)
  .map(([body, name, value]): object => {
    if (name === 'none') return body
    if (name === 'quantity' || name === 'offerId') return { ...body, lines: [{ ...body.lines[0], [name]: value }] }
    return { ...body, [name]: value }
  })

describe('the compiled check of an order', () => {
  it('says of a thousand bodies what the class says, or leaves it to the class', () => {
    const seen = { right: 0, wrong: 0 }
    fc.assert(
      fc.property(anyBody, (body) => {
        const says = classSays(body)
        seen[says ? 'right' : 'wrong'] += 1
        expect(isSurelyRight(PlaceOrderBody, body) && !says).toBe(false)
      }),
      { numRuns: 1_000 },
    )
    // Both kinds were there, or the property said nothing.
    expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(100)
  })

  it('takes the bodies of the app without asking the class', () => {
    fc.assert(
      fc.property(rightBody, (body) => {
        expect([classSays(body), isSurelyRight(PlaceOrderBody, body)]).toEqual([true, true])
      }),
    )
  })

  it('leaves to the class what is too many, too long or unknown', () => {
    const [body] = fc.sample(rightBody, 1)
    const line = { offerId: '0198c0de-0000-7000-8000-000000000001', quantity: 1 }
    const wrong = [
      { ...body, lines: [] },
      { ...body, lines: Array.from({ length: CANTEEN.maxLines + 1 }, () => line) },
      { ...body, lines: [{ ...line, quantity: CANTEEN.maxQuantity + 1 }] },
      { ...body, note: '饭'.repeat(CANTEEN.noteLength + 1) },
      { ...body, surprise: 1 },
    ]
    for (const one of wrong) expect([classSays(one), isSurelyRight(PlaceOrderBody, one)]).toEqual([false, false])
  })
})
