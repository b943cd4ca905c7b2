import type { OrderView, StoredOrderStatus } from '@wanli/contracts/canteen'
import type { RouteKey } from '@wanli/contracts/routes'

import { OrderExpiryService } from '../../src/canteen/order-expiry.service.js'
import { Order } from '../../src/canteen/order.entity.js'

import { newKey, type Answer, type Api } from './api.js'
import { Dice } from './dice.js'
import { closing } from './lunch.js'
import { deliveryOf } from './noon-delivery.js'
import { deskOf } from './noon-desk.js'
import { KINDS, once, type Company, type Doer, type Kind, type Noon, type Operation, type Table } from './noon.js'
import type { Till } from './till.js'

/** How long after its freeze the dinner may be closed, in ms. */
const CLOSED_AFTER_MS = 10 * 60_000
const no = (): Promise<boolean> => Promise.resolve(false)

/** Does what happens at a noon, over HTTP at one server or the other, and keeps what it was answered. */
export class NoonOperations implements Noon {
  /** Kinds of which at least one was answered with success. */
  readonly done = new Set<Kind>()
  /** Answers that no server should give. */
  readonly faults: string[] = []
  readonly refundedLines = new Set<string>()
  time = 0
  orders: OrderView[] = []
  tables: Table[] = []
  private there: Company | undefined

  constructor(readonly till: Till) {}

  get company(): Company {
    return this.there!
  }

  /** Begins a noon. */
  begin(tables: Table[], company: Company, at: string): void {
    this.tables = tables
    this.there = company
    this.orders = []
    this.refundedLines.clear()
    this.setTime(Date.parse(at))
  }

  /** Turns the clock of all servers. */
  setTime(time: number): void {
    this.time = time
    this.till.at(new Date(time).toISOString())
  }

  /** Every server ends what was not paid in time. */
  async expire(): Promise<void> {
    await Promise.all(this.till.apps.map(({ nest }) => nest.get(OrderExpiryService, { strict: false }).expireDue()))
  }

  /** Kinds that nothing has come of. */
  get undone(): Kind[] {
    return KINDS.filter((kind) => !this.done.has(kind))
  }

  /** Does one. A refusal is part of the noon, a fault is kept. */
  async act({ kind, which }: Operation): Promise<void> {
    if (await this.kinds[kind](new Dice(which))) this.done.add(kind)
  }

  fault(what: string): void {
    this.faults.push(what)
  }

  keep({ status, reply }: { status: number; reply: OrderView }): boolean {
    if (status < 300 && !this.orders.some(({ id }) => id === reply.id)) this.orders.push(reply)
    return status < 300
  }

  async oneThatIs(dice: Dice, states: readonly StoredOrderStatus[]): Promise<Order | undefined> {
    const rows = await this.till.app.dataSource.manager.find(Order, { order: { id: 'ASC' } })
    const fitting = rows.filter(({ status }) => states.includes(status))
    return dice.any(dice.below(5) > 0 ? fitting : rows)
  }

  async does(api: Api, key: RouteKey, input: object = {}): Promise<boolean> {
    return (await this.ask(api, key, input)).status < 300
  }

  async ask<Key extends RouteKey>(api: Api, key: Key, input: object): Promise<Answer<Key>> {
    const answer = await api.raw(key, input)
    const { status, problem } = answer
    if (status >= 500 || [400, 404].includes(status) || (status > 400 && problem.code === 'request.invalid'))
      this.fault(`${key}: ${status} ${problem.code} ${JSON.stringify(problem.params)}`)
    return answer
  }

  linesOf(dice: Dice, { offers }: Table) {
    const chosen = new Set([dice.one(offers), dice.one(offers)])
    return [...chosen].map(({ id: offerId, halfFen }) => ({
      offerId,
      quantity: 1 + dice.below(2),
      ...(halfFen !== null && dice.below(3) === 0 ? { portion: 'half' as const } : {}),
    }))
  }

  private readonly kinds: Record<Kind, Doer> = {
    ...deliveryOf(this),
    ...deskOf(this),
    order: (dice) => this.place(dice.one(this.people).api, this.bodyOf(dice)),
    orderForAnother: (dice) => {
      const [agent, eater] = dice.one(this.company.mandates)
      return this.place(this.people[agent]!.api, { ...this.bodyOf(dice), forPersonId: this.people[eater]!.id })
    },
    orderTwice: async (dice) => {
      const [{ api }, body, key] = [dice.one(this.people), this.bodyOf(dice), newKey()]
      const ask = () => this.ask(api, 'POST /canteen/orders', { body, idempotencyKey: key })
      const made = (await Promise.all([ask(), ask()])).filter((answer) => this.keep(answer))
      if (new Set(made.map(({ reply }) => reply.id)).size > 1) this.fault('one key made two orders')
      return made.length > 0
    },
    payAtWechat: async (dice) => {
      const order = dice.any(this.orders.filter(({ payBy }) => payBy === 'wechat'))
      const payer = this.people.find(({ id }) => id === order?.paidBy.id)
      if (order === undefined || payer === undefined) return false
      const { status, reply } = await this.ask(payer.api, 'POST /canteen/orders/:id/pay', once(order.id))
      return status < 300 && this.till.wechat.pay.pays(reply)
    },
    cancel: (dice) => this.byEater(dice, 'cancel', ['placed', 'paid']),
    offer: (dice) => this.byEater(dice, 'offer', ['paid', 'cooking']),
    withdraw: (dice) => this.byEater(dice, 'withdraw', ['offered']),
    takeOver: async (dice) => {
      const { api } = dice.one(this.people)
      const sittingId = dice.one(this.ofToday).sitting.id
      const { reply, status } = await this.ask(api, 'GET /canteen/offered', { query: { sittingId } })
      const meal = status === 200 ? dice.any(reply.items.filter(({ mine }) => !mine)) : undefined
      if (meal === undefined) return false
      const input = { ...once(meal.orderId), body: { payBy: 'wallet' as const } }
      return this.keep(await this.ask(api, 'POST /canteen/orders/:id/take-over', input))
    },
    wait: (dice) => {
      const [{ api }, { sitting }] = [dice.one(this.people), dice.one(this.ofToday)]
      return this.does(api, 'PUT /canteen/sittings/:id/wait', { params: { id: sitting.id } })
    },
    advance: (dice) => this.step(dice, 'advance', ['paid', 'cooking']),
    undo: (dice) => this.step(dice, 'undo', ['cooking', 'ready']),
    review: async (dice) => {
      const order = await this.oneThatIs(dice, ['handed_over', 'delivered'])
      const eater = this.people.find(({ id }) => id === order?.eaterId)
      const lineId = dice.any(this.orders.find(({ id }) => id === order?.id)?.lines ?? [])?.id
      if (order === undefined || eater === undefined || lineId === undefined) return false
      const reviews = [{ lineId, stars: 1 + dice.below(5), tags: [], text: '好吃' }]
      const answer = await eater.api.raw('POST /menus/reviews', {
        body: { orderId: order.id, reviews },
        idempotencyKey: newKey(),
      })
      if (answer.status >= 500) this.fault(`a review: ${answer.status} ${answer.problem.code}`)
      return answer.status < 300
    },
    minute: (dice) => {
      this.setTime(this.time + (1 + dice.below(5)) * 60_000)
      return Promise.resolve(true)
    },
    expire: async () => {
      await this.expire()
      return true
    },
    close: () => {
      // The dinner alone, and late: at lunch there is more to be done.
      const { sitting } = this.tables[1]!
      if (this.time < sitting.freezeAt.getTime() + CLOSED_AFTER_MS) return no()
      return this.does(this.company.staff, 'POST /menus/closings', closing(sitting))
    },
  }

  /** Tables whose kitchen counts today: what is ordered of the other one is only ever cancelled. */
  private get ofToday(): Table[] {
    return this.tables.slice(0, 2)
  }

  private get people(): Company['people'] {
    return this.company.people
  }

  private bodyOf(dice: Dice) {
    const table = dice.one(this.tables)
    const mode = dice.one(['dine_in', 'dine_in', 'pick_up'] as const)
    const payBy = dice.one(['wallet', 'wallet', 'wallet', 'wechat', 'counter'] as const)
    const slotId = dice.one(table.slots).id
    return {
      sittingId: table.sitting.id,
      lines: this.linesOf(dice, table),
      mode,
      slotId,
      payBy,
      again: true,
      leaveOut: true,
    }
  }

  private async place(api: Api, body: object): Promise<boolean> {
    return this.keep(await this.ask(api, 'POST /canteen/orders', { body, idempotencyKey: newKey() }))
  }

  private async byEater(
    dice: Dice,
    verb: 'cancel' | 'offer' | 'withdraw',
    states: StoredOrderStatus[],
  ): Promise<boolean> {
    const order = await this.oneThatIs(dice, states)
    const who = dice.one([order?.eaterId, order?.placedById])
    const api = this.people.find(({ id }) => id === who)?.api
    if (order === undefined || api === undefined) return false
    return this.does(api, `POST /canteen/orders/:id/${verb}`, once(order.id))
  }

  private async step(dice: Dice, verb: 'advance' | 'undo', states: StoredOrderStatus[]): Promise<boolean> {
    const order = await this.oneThatIs(dice, states)
    if (order === undefined) return false
    const from = states.includes(order.status) ? order.status : dice.one(states)
    const input = { ...once(order.id), body: { from } }
    return this.does(this.company.staff, `POST /canteen/kitchen/orders/:id/${verb}`, input)
  }
}
