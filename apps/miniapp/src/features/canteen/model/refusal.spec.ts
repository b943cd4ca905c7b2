import type { ErrorCode } from '@wanli/contracts/errors'
import { refusalOf, refusedByPrice, tooLittleMoney } from './refusal'

const refused = (code: ErrorCode | 'network', params: Record<string, string | number | boolean> = {}) =>
  refusalOf({ code, detail: '服务器的话', params })

describe('a refused order', () => {
  it('tells how many are left and offers to take fewer', () => {
    expect(refused('canteen.sold_out', { dishName: '鲈鱼', left: 2 })).toEqual({
      text: '鲈鱼只剩 2 份了',
      action: 'fit',
      slot: false,
    })
    expect(refused('canteen.sold_out', { dishName: '鲈鱼', left: 0 }).text).toBe('鲈鱼刚刚订完')
  })

  it('points at the pick-up time when that is full or missing, and at the door', () => {
    expect(refused('canteen.slot_full', { slot: '11:40' }).slot).toBe(true)
    expect(refused('canteen.slot_required').slot).toBe(true)
    expect(refused('canteen.address_required').slot).toBe(true)
  })

  it('leads to the next meal after the cut-off, to the wallet without money, to the orders when it may have been placed', () => {
    expect(refused('canteen.cut_off_passed').action).toBe('next_meal')
    expect(refused('wallet.insufficient').action).toBe('wallet')
    expect(refused('request.idempotency_mismatch').action).toBe('orders')
  })

  it('says that a lost connection never pays twice', () => {
    expect(refused('network').text).toContain('不会付两次')
  })

  it('says what the server said when it has no words of its own', () => {
    expect(refused('request.busy')).toEqual({ text: '服务器的话', action: null, slot: false })
  })

  it('names both amounts when the wallet is short', () => {
    expect(tooLittleMoney(1485, 200).text).toBe('要付 ¥14.85，钱包里有 ¥2.00')
  })

  it('is known from the price where a mandate allows less today, and from no price', () => {
    const quote = { payFen: 1485, capLeftFen: 1200 }
    const refusal = refusedByPrice(quote, null)
    expect([refusal?.text, refusal?.action]).toEqual([
      '今天替办只能再花 ¥12.00，少订一点，或者请对方把数目改大',
      'menu',
    ])
    expect(refusedByPrice({ ...quote, capLeftFen: 1485 }, null)).toBeNull()
    expect(refusedByPrice({ ...quote, capLeftFen: null }, null)).toBeNull()
    expect(refusedByPrice(undefined, null)).toBeNull()
    expect(refusedByPrice(undefined, { code: 'network', detail: '', params: {} })?.action).toBe('price')
  })

  it('asks about every dish that holds what the eater does not eat, and whether it can be left out', () => {
    const all = '「清炒虾仁」里有虾蟹、蛋；「番茄炒蛋」里有蛋'
    const how = '「清炒虾仁」去不掉，请换一样'
    expect(refused('canteen.clash', { all, how, canLeaveOut: false }).ask).toEqual({
      kind: 'leave_out',
      lines: ['「清炒虾仁」里有虾蟹、蛋', '「番茄炒蛋」里有蛋', how],
      canLeaveOut: false,
    })
  })
})
