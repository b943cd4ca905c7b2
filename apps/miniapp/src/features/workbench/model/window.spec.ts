import type { OrderStatus } from '@wanli/contracts/canteen'
import type { PickupView } from '@wanli/contracts/pickups'
import { showFound, showRefusal } from './window'

const pickup = (orderId: string, status: OrderStatus): PickupView => ({
  orderId,
  pickupNumber: 'A001',
  pickupCode: `code-${orderId}`,
  status,
  day: '2026-11-23',
  meal: 'lunch',
  serving: { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T05:30:00.000Z' },
  slot: null,
  mode: 'dine_in',
  eaterName: '陈*婆',
  eaterFace: 'old-woman',
  eaterAge: 82,
  payBy: 'wallet',
  lines: [],
  note: '',
  leaveOut: [],
  early: false,
  handedOverAt: null,
  handedOverBy: null,
})

describe('a number at the window', () => {
  it('shows the one order that still waits, whatever else had that number', () => {
    expect(showFound([pickup('today', 'paid'), pickup('yesterday', 'handed_over')])).toMatchObject({
      step: 'preview',
      pickup: { orderId: 'today' },
    })
  })

  it('lets the clerk choose when lunch and dinner both wait under it', () => {
    const state = showFound([pickup('lunch', 'paid'), pickup('dinner', 'paid'), pickup('old', 'handed_over')])
    expect(state).toMatchObject({ step: 'choose', items: [{ orderId: 'lunch' }, { orderId: 'dinner' }] })
  })

  it('tells of a second scan and of a cancelled order', () => {
    expect(showFound([pickup('x', 'handed_over')])).toMatchObject({ step: 'refused', why: 'already' })
    expect(showFound([pickup('x', 'cancelled_by_canteen')])).toMatchObject({ step: 'refused', why: 'cancelled' })
  })

  it.each([
    ['expired', 'expired'],
    ['offered', 'given_up'],
    ['taken_over', 'given_up'],
    ['out_for_delivery', 'out'],
    ['welfare_check', 'out'],
    ['not_collected', 'over'],
    ['closed', 'over'],
  ] as const)('says of an order that is %s nothing of a refund', (status, why) => {
    expect(showFound([pickup('x', status)])).toMatchObject({ step: 'refused', why })
  })
})

describe('a refused hand-over', () => {
  it('keeps the order on the screen and what the server said', () => {
    const one = pickup('x', 'paid')
    expect(showRefusal('canteen.already_handed_over', '11:21 已经由李姐交出去了', one)).toEqual({
      step: 'refused',
      why: 'already',
      detail: '11:21 已经由李姐交出去了',
      pickup: one,
    })
  })

  it('is of a name without an order that nothing waits, once, and not of a number', () => {
    expect(showRefusal('counter.nothing_waits', '没有等着取的饭', null)).toMatchObject({
      why: 'nothing_waits',
      detail: '',
    })
  })

  it('is told in the words of the server when it has no name here', () => {
    expect(showRefusal('request.busy', '人太多，等一下', null)).toMatchObject({
      why: 'other',
      detail: '人太多，等一下',
    })
  })
})
