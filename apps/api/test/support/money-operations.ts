import fc from 'fast-check'
import { In, type EntityManager } from 'typeorm'

import { Order } from '../../src/canteen/order.entity.js'
import type { Caller } from '../../src/common/auth/caller.js'
import { isDomainError } from '../../src/common/domain-error.js'
import { newId, newSecretCode } from '../../src/common/new-id.js'
import { isDuplicateKey, isLostRace } from '../../src/database/constraint-errors.js'
import { Transactions } from '../../src/database/transactions.js'
import { DrawerService } from '../../src/wallet/drawer.service.js'
import { OrderMoneyService } from '../../src/wallet/order-money.service.js'
import { Payment } from '../../src/wallet/payment.entity.js'
import { PaymentsService } from '../../src/wallet/payments.service.js'
import { PayoutsService } from '../../src/wallet/payouts.service.js'
import { Refund } from '../../src/wallet/refund.entity.js'
import { RefundsService } from '../../src/wallet/refunds.service.js'
import { SettlementService } from '../../src/wallet/settlement.service.js'

import { newKey } from './api.js'
import type { TestApp } from './app.js'
import type { Lunch } from './lunch.js'

/** People among whom money moves; few, so that they get into each other's way. */
export const PEOPLE = 5

const who = fc.nat({ max: PEOPLE - 1 })
const which = fc.nat({ max: 1_000_000 })
const amount = fc.integer({ min: 1, max: 3_000 })
const few = fc.integer({ min: 0, max: 300 })

/** Anything that may happen to money. `which` picks among what was made before, `who` among the people. */
export const operation = fc.oneof(
  fc.record({ kind: fc.constant('cash'), who, amount }),
  fc.record({ kind: fc.constant('gift'), who, amount: few }),
  fc.record({ kind: fc.constant('buy'), who, amount, subsidy: few }),
  fc.record({ kind: fc.constant('buyAtWechat'), who, amount, subsidy: few }),
  fc.record({ kind: fc.constant('topUp'), who, amount }),
  fc.record({ kind: fc.constant('close'), which }),
  fc.record({ kind: fc.constant('cancel'), which }),
  fc.record({ kind: fc.constant('money'), which }),
  fc.record({ kind: fc.constant('money'), which }),
  fc.record({ kind: fc.constant('giveBack'), which, amount, subsidy: few, part: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('giveBack'), which, amount: few, subsidy: fc.constant(0), part: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('payOut'), who }),
  fc.record({ kind: fc.constant('handOver'), which }),
  fc.record({ kind: fc.constant('decide'), which, abnormal: fc.boolean() }),
  fc.record({ kind: fc.constant('decide'), which, abnormal: fc.boolean() }),
)

/** One thing that happens. */
export type Operation = {
  kind: string
  who?: number
  which?: number
  amount?: number
  subsidy?: number
  part?: number
  abnormal?: boolean
}

/** Does operations on the services of a running server, in the order they come, and counts what came of them. */
export class MoneyOperations {
  /** How often each kind of operation did something. */
  readonly done = new Map<string, number>()
  /** How often the database gave one up in favour of another, five times in a row. */
  givenUp = 0
  private readonly made = { payments: [] as string[], orders: [] as string[], payouts: [] as string[] }
  private readonly services = new Map<unknown, unknown>()
  private count = 0

  constructor(
    private readonly app: TestApp,
    private readonly lunch: Lunch,
    private readonly people: string[],
    private readonly clerk: Caller,
  ) {}

  /** Does one. What the world may refuse is refused; anything else that goes wrong is thrown. */
  async act(op: Operation): Promise<void> {
    try {
      if (await this.kinds[op.kind]!(op)) this.done.set(op.kind, (this.done.get(op.kind) ?? 0) + 1)
    } catch (error) {
      if (isLostRace(error)) this.givenUp += 1
      else if (!isRefusal(error)) throw error
    }
  }

  /** Names of all kinds. */
  get all(): string[] {
    return Object.keys(this.kinds)
  }

  /** What each kind of operation does. Answers false when there was nothing to do it with. */
  private readonly kinds: Record<string, (op: Operation) => Promise<boolean>> = {
    cash: async (op) => {
      await this.service(DrawerService).topUp(this.clerk, once(this.clerk.personId), {
        personId: this.personOf(op),
        amountFen: op.amount ?? 0,
      })
      return true
    },
    gift: async (op) => {
      await this.lunch.make.gift(this.personOf(op), op.amount ?? 0)
      return op.amount !== 0
    },
    buy: async (op) => {
      const order = await this.run(async (tx) => {
        const row = await this.newOrder(tx, op, 'wallet')
        await this.service(OrderMoneyService).payFromWallet(tx, [{ ...this.moneyOf(row), payerId: row.paidById }])
        return row
      })
      this.made.orders.push(order.id)
      return true
    },
    buyAtWechat: async (op) => {
      const [orderId, paymentId] = await this.run(async (tx) => {
        const row = await this.newOrder(tx, op, 'wechat')
        return [row.id, await this.service(PaymentsService).begin(tx, this.payment(op, row.id))] as const
      })
      this.made.orders.push(orderId)
      this.made.payments.push(paymentId)
      return true
    },
    topUp: async (op) => {
      this.made.payments.push(await this.run((tx) => this.service(PaymentsService).begin(tx, this.payment(op, null))))
      return true
    },
    close: async (op) => {
      const id = pick(this.made.payments, op)
      const closed = { status: 'closed' as const, nextTryAt: null, openOrderId: null }
      return (
        id !== undefined &&
        (await this.run((tx) => tx.update(Payment, { id, status: 'pending' }, closed))).affected === 1
      )
    },
    cancel: async (op) => {
      const id = pick(this.made.orders, op)
      const cancelled = { status: 'cancelled_by_eater' as const }
      return (
        id !== undefined &&
        (await this.run((tx) => tx.update(Order, { id, status: 'placed' }, cancelled))).affected === 1
      )
    },
    money: async (op) => {
      const id = pick(this.made.payments, op)
      if (id === undefined) return false
      const { outTradeNo, amountFen } = await this.app.dataSource.manager.findOneByOrFail(Payment, { id })
      const transaction = {
        state: 'SUCCESS' as const,
        outTradeNo,
        transactionId: `wx${outTradeNo}`,
        amountFen,
        at: null,
      }
      const twice = [1, 2].map(() => this.service(SettlementService).arrived(transaction))
      return (await Promise.all(twice)).every(Boolean)
    },
    giveBack: async (op) => {
      const id = pick(this.made.orders, op)
      if (id === undefined) return false
      const order = await this.app.dataSource.manager.findOneByOrFail(Order, { id })
      const refund = { payFen: op.amount ?? 0, subsidyFen: op.subsidy ?? 0, part: String(op.part), memo: '退' }
      await this.run((tx) =>
        this.service(OrderMoneyService).giveBack(tx, { ...this.moneyOf(order), ...refund, payerId: order.paidById }),
      )
      return true
    },
    payOut: async (op) => {
      const { id } = await this.service(PayoutsService).payOut(callerOf(this.personOf(op)), once(this.personOf(op)))
      this.made.payouts.push(id)
      return true
    },
    handOver: async (op) => {
      const id = pick(this.made.payouts, op)
      if (id === undefined) return false
      await this.service(DrawerService).payOutHandedOver(this.clerk, id)
      return true
    },
    decide: async (op) => {
      const open = await this.app.dataSource.manager.find(Refund, {
        where: { status: In(['waiting', 'processing']) },
        take: 50,
      })
      const refund = open[(op.which ?? 0) % Math.max(1, open.length)]
      if (refund === undefined) return false
      const status = op.abnormal === true ? ('ABNORMAL' as const) : ('SUCCESS' as const)
      const state = { status, outRefundNo: refund.outRefundNo, refundId: null, at: null }
      await Promise.all([this.service(RefundsService).apply(state), this.service(RefundsService).apply(state)])
      return true
    },
  }

  private async newOrder(tx: EntityManager, op: Operation, payBy: 'wallet' | 'wechat'): Promise<Order> {
    const [payFen, subsidyFen] = [op.amount ?? 0, op.subsidy ?? 0]
    const personId = this.personOf(op)
    const order: Order = {
      id: newId(),
      canteenId: this.lunch.canteen.id,
      sittingId: this.lunch.sitting.id,
      day: this.lunch.sitting.day,
      forPool: false,
      leaveOut: null,
      addressId: null,
      offeredAt: null,
      takenFromId: null,
      progressAt: null,
      slotId: null,
      eaterId: personId,
      placedById: personId,
      paidById: personId,
      status: payBy === 'wallet' ? 'paid' : 'placed',
      mode: 'dine_in',
      pickupNumber: `T${(this.count += 1)}`,
      pickupCode: newSecretCode(),
      schemeVersion: 'test',
      listFen: payFen + subsidyFen,
      discountFen: 0,
      subsidyFen,
      payFen,
      payBy,
      payUntil: null,
      refundedFen: 0,
      explanation: [],
      door: 'app',
      note: '',
      handedOverEarly: false,
      handedOverAt: null,
      handedOverById: null,
      cancelledAt: null,
      createdAt: this.app.clock.now(),
    }
    await tx.insert(Order, order)
    return order
  }

  private moneyOf({ id, payFen, subsidyFen }: Order) {
    return { orderId: id, canteenId: this.lunch.canteen.id, payFen, subsidyFen, memo: '订餐' }
  }

  private payment(op: Operation, orderId: string | null) {
    return {
      personId: this.personOf(op),
      purpose: orderId === null ? ('top_up' as const) : ('order' as const),
      orderId,
      amountFen: op.amount ?? 0,
      description: '测试',
      expiresAt: new Date('2026-11-23T02:10:00.000Z'),
    }
  }

  private personOf({ who: index = 0 }: Operation): string {
    return this.people[index]!
  }

  private run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.service(Transactions).run(work)
  }

  /** A service of the running server; looked for once, because looking through all modules takes longer than what it does. */
  private service<Service>(type: new (...args: never[]) => Service): Service {
    if (!this.services.has(type)) this.services.set(type, this.app.nest.get(type, { strict: false }))
    return this.services.get(type) as Service
  }
}

const pick = (ids: string[], { which: index = 0 }: Operation): string | undefined =>
  ids[index % Math.max(1, ids.length)]
const once = (personId: string) => ({ personId, key: newKey(), fingerprint: '' })
const callerOf = (personId: string): Caller => ({ personId, sessionId: personId, roles: [] })

/** Refusals that the world may cause: no money left, more than was paid, twice the same. */
const isRefusal = (error: unknown): boolean =>
  (isDomainError(error) && error.code.startsWith('wallet.')) || error instanceof RangeError || isDuplicateKey(error)
