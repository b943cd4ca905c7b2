import type { OrderLineView, OrderView } from '@wanli/contracts/canteen'

const LINE: OrderLineView = {
  id: 'line',
  dishId: 'dish',
  dishName: '番茄炒蛋',
  picture: 'dish-11',
  portion: 'whole',
  quantity: 1,
  unitFen: 1000,
  listFen: 1000,
  discountFen: 0,
  subsidyFen: 0,
  payFen: 1000,
  refundedAt: null,
}

/** What words about an order's money are made of: 10 yuan that 周敏 (`me`) paid from the wallet, without subsidy. */
export type MoneyFacts = Pick<
  OrderView,
  'status' | 'payBy' | 'paidBy' | 'payFen' | 'subsidyFen' | 'refundedFen' | 'lines'
>

/** An order's money for tests. */
export function anOrdersMoney(facts: Partial<MoneyFacts> = {}): MoneyFacts {
  return {
    status: 'paid',
    payBy: 'wallet',
    paidBy: { id: 'me', name: '周敏', face: 'woman' },
    payFen: 1000,
    subsidyFen: 0,
    refundedFen: 0,
    lines: [LINE],
    ...facts,
  }
}

/** One line of such an order. */
export const aLine = (facts: Partial<OrderLineView> = {}): OrderLineView => ({ ...LINE, ...facts })
