import type { OrderView, StoredOrderStatus } from '@wanli/contracts/canteen'
import type { RouteKey } from '@wanli/contracts/routes'

import { OrderExpiryService } from '../../src/canteen/order-expiry.service.js'
import { Order } from '../../src/canteen/order.entity.js'

import { newKey, type Answer, type Api } from './api.js'
import { Dice } from './dice.js'
import { closing } from './lunch.js'
import { KINDS, type Company, type Kind, type Operation, type Table } from './noon.js'
import type { Till } from './till.js'

/** How long after its freeze the dinner may be closed, in ms. */
const CLOSED_AFTER_MS = 10 * 60_000
const no = (): Promise<boolean> => Promise.resolve(false)
const once = (id: string) => ({ params: { id }, idempotencyKey: newKey() })

/** Does what happens at a noon, over HTTP at one server or the other, and keeps what it was answered. */
export class NoonOperations {
  /** Kinds of which at least one was answered with success. */
  readonly done = new Set<Kind>()
  /** Answers that no server should give. */
  readonly faults: string[] = []
  /** Ids of the lines that the canteen gave back. */
  readonly refundedLines = new Set<string>()
  /** What the servers' clocks show, in ms since 1970. */
  time = 0
  private orders: OrderView[] = []
  private tables: Table[] = []
  private company: Company | undefined

  constructor(private readonly till: Till) {}

  /** Begins a noon. */
  begin(tables: Table[], company: Company, at: string): void {
    this.tables = tables
    this.company = company
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

  private readonly kinds: Record<Kind, (dice: Dice) => Promise<boolean>> = {
    order: (dice) => this.place(dice.one(this.people).api, this.bodyOf(dice)),
    orderForAnother: (dice) => {
      const [agent, eater] = dice.one(this.company!.mandates)
      return this.place(this.people[agent]!.api, { ...this.bodyOf(dice), forPersonId: this.people[eater]!.id })
    },
    orderTwice: async (dice) => {
      const [{ api }, body, key] = [dice.one(this.people), this.bodyOf(dice), newKey()]
      const ask = () => this.ask(api, 'POST /canteen/orders', { body, idempotencyKey: key })
      const made = (await Promise.all([ask(), ask()])).filter((answer) => this.keep(answer))
      if (new Set(made.map(({ reply }) => reply.id)).size > 1) this.faults.push('one key made two orders')
      return made.length > 0
    },
    sellAtCounter: async (dice) => {
      const { sitting, offers } = dice.one(this.tables)
      const lines = [{ offerId: dice.one(offers).id, quantity: 1 + dice.below(2) }]
      const guest = dice.below(3) === 0
      const eater = guest ? {} : { forPersonId: dice.one(this.people).id }
      const asked = { sittingId: sitting.id, lines, mode: 'dine_in' as const, ...eater }
      const quote = await this.ask(this.company!.staff, 'POST /counter/quotes', { body: asked })
      if (quote.status >= 300) return false
      const payBy = !guest && dice.below(2) === 0 ? ('wallet' as const) : ('cash' as const)
      const body = { ...asked, payBy, expectedPayFen: quote.reply.payFen, leaveOut: true }
      return this.byStaff('POST /counter/orders', { body, idempotencyKey: newKey() })
    },
    payAtWechat: async (dice) => {
      const order = dice.any(this.orders.filter(({ payBy }) => payBy === 'wechat'))
      const payer = this.people.find(({ id }) => id === order?.paidBy.id)
      if (order === undefined || payer === undefined) return false
      const { status, reply } = await this.ask(payer.api, 'POST /canteen/orders/:id/pay', once(order.id))
      return status < 300 && this.till.wechat.pay.pays(reply)
    },
    payCash: (dice) => {
      const order = dice.any(this.orders.filter(({ payBy }) => payBy === 'counter'))
      return order === undefined ? no() : this.byStaff('POST /counter/orders/:id/cash', once(order.id))
    },
    cancel: (dice) => this.byEater(dice, 'cancel', ['placed', 'paid']),
    offer: (dice) => this.byEater(dice, 'offer', ['paid', 'cooking']),
    withdraw: (dice) => this.byEater(dice, 'withdraw', ['offered']),
    takeOver: async (dice) => {
      const { api } = dice.one(this.people)
      const sittingId = dice.one(this.tables).sitting.id
      const { reply, status } = await this.ask(api, 'GET /canteen/offered', { query: { sittingId } })
      const meal = status === 200 ? dice.any(reply.items.filter(({ mine }) => !mine)) : undefined
      if (meal === undefined) return false
      const input = { ...once(meal.orderId), body: { payBy: 'wallet' as const } }
      return this.keep(await this.ask(api, 'POST /canteen/orders/:id/take-over', input))
    },
    wait: async (dice) => {
      const [{ api }, { sitting }] = [dice.one(this.people), dice.one(this.tables)]
      return (await this.ask(api, 'PUT /canteen/sittings/:id/wait', { params: { id: sitting.id } })).status < 300
    },
    advance: (dice) => this.step(dice, 'advance', ['paid', 'cooking']),
    undo: (dice) => this.step(dice, 'undo', ['cooking', 'ready']),
    handOver: (dice) => {
      const code = dice.any(this.orders)?.pickupCode ?? null
      const input = { body: { code, early: true }, idempotencyKey: newKey() }
      return code === null ? no() : this.byStaff('POST /canteen/pickups', input)
    },
    refundLine: async (dice) => {
      const order = dice.any(this.orders)
      const lineId = dice.any(order?.lines ?? [])?.id
      if (order === undefined || lineId === undefined) return false
      const input = { params: { id: order.id, lineId }, body: { reason: '卖完了' }, idempotencyKey: newKey() }
      const given = await this.byStaff('POST /canteen/orders/:id/lines/:lineId/refund', input)
      if (given) this.refundedLines.add(lineId)
      return given
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
      return this.byStaff('POST /menus/closings', closing(sitting))
    },
  }

  private get people(): Company['people'] {
    return this.company!.people
  }

  private bodyOf(dice: Dice) {
    const { sitting, offers, slots } = dice.one(this.tables)
    const chosen = new Set([dice.one(offers), dice.one(offers)])
    const lines = [...chosen].map(({ id: offerId, halfFen }) => ({
      offerId,
      quantity: 1 + dice.below(2),
      ...(halfFen !== null && dice.below(3) === 0 ? { portion: 'half' as const } : {}),
    }))
    const mode = dice.one(['dine_in', 'dine_in', 'pick_up'] as const)
    const payBy = dice.one(['wallet', 'wallet', 'wallet', 'wechat', 'counter'] as const)
    return { sittingId: sitting.id, lines, mode, slotId: dice.one(slots).id, payBy, again: true, leaveOut: true }
  }

  private async place(api: Api, body: object): Promise<boolean> {
    return this.keep(await this.ask(api, 'POST /canteen/orders', { body, idempotencyKey: newKey() }))
  }

  /** Remembers an order, once however often it was answered. */
  private keep({ status, reply }: { status: number; reply: OrderView }): boolean {
    if (status < 300 && !this.orders.some(({ id }) => id === reply.id)) this.orders.push(reply)
    return status < 300
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
    return (await this.ask(api, `POST /canteen/orders/:id/${verb}`, once(order.id))).status < 300
  }

  private async step(dice: Dice, verb: 'advance' | 'undo', states: StoredOrderStatus[]): Promise<boolean> {
    const order = await this.oneThatIs(dice, states)
    if (order === undefined) return false
    const from = states.includes(order.status) ? order.status : dice.one(states)
    return this.byStaff(`POST /canteen/kitchen/orders/:id/${verb}`, { ...once(order.id), body: { from } })
  }

  /** Mostly an order that stood so a moment ago, sometimes any: people act on what they saw. */
  private async oneThatIs(dice: Dice, states: StoredOrderStatus[]): Promise<Order | undefined> {
    const rows = await this.till.app.dataSource.manager.find(Order, { order: { id: 'ASC' } })
    const fitting = rows.filter(({ status }) => states.includes(status))
    return dice.any(dice.below(5) > 0 ? fitting : rows)
  }

  private async byStaff(key: RouteKey, input: object): Promise<boolean> {
    return (await this.ask(this.company!.staff, key, input)).status < 300
  }

  private async ask<Key extends RouteKey>(api: Api, key: Key, input: object): Promise<Answer<Key>> {
    const answer = await api.raw(key, input)
    const { status, problem } = answer
    if (status >= 500 || [400, 404].includes(status) || (status > 400 && problem.code === 'request.invalid'))
      this.faults.push(`${key}: ${status} ${problem.code} ${JSON.stringify(problem.params)}`)
    return answer
  }
}
