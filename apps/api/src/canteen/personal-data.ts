import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In, IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { pieces } from '../database/pieces.js'
import { NoticesService } from '../notices/notices.service.js'
import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { Diet } from './diet.entity.js'
import { OrderLine } from './order-line.entity.js'
import { Order } from './order.entity.js'
import { LIVE, UNCOLLECTED } from './order.rules.js'
import { Sitting } from './sitting.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'
import { Wait } from './wait.entity.js'

const DAY_MS = 86_400_000

/** Orders of a person, as `peopleOf` says: what staff sell at the counter is another's. */
const BOTH_SIDES = (personId: string) => [{ eaterId: personId }, { placedById: personId, door: 'app' as const }]

/** What the canteen keeps of a person: orders stay for the books, without what was written on them. */
@Injectable()
export class CanteenData implements PersonalData, OnModuleInit {
  readonly section = 'canteen'
  readonly tables = ['canteen_order', 'canteen_order_line', 'canteen_subsidy_use', 'canteen_wait', 'canteen_diet']

  constructor(
    private readonly registry: PersonalDataService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const orders = await from.find(Order, { where: BOTH_SIDES(personId), order: { createdAt: 'ASC' } })
    const linesOf = await this.linesOf(from, orders)
    const subsidies = await from.findBy(SubsidyUse, { personId })
    const waits = await from.findBy(Wait, { personId })
    const diet = await from.findOneBy(Diet, { personId })
    return {
      orders: orders.map((order) => ({
        day: order.day,
        status: order.status,
        mode: order.mode,
        pickupNumber: order.pickupNumber,
        iEat: order.eaterId === personId,
        iOrdered: order.placedById === personId,
        iPaid: order.paidById === personId,
        listFen: order.listFen,
        discountFen: order.discountFen,
        subsidyFen: order.subsidyFen,
        payFen: order.payFen,
        note: order.note,
        leaveOut: order.leaveOut ?? [],
        createdAt: order.createdAt,
        lines: (linesOf.get(order.id) ?? []).map(({ dishName, portion, quantity, payFen }) => ({
          dishName,
          portion,
          quantity,
          payFen,
        })),
      })),
      subsidies: subsidies.map(({ day, scheme, amountFen }) => ({ day, scheme, amountFen })),
      waitsFor: waits.map(({ createdAt }) => ({ createdAt })),
      diet: diet === null ? null : { avoid: diet.avoid, lowSalt: diet.lowSalt, soft: diet.soft },
    }
  }

  /**
   * A meal that is still to come, on its way, or to be refunded. One that nobody fetched is over a day after its time, also where no day
   * is closed after it.
   */
  async hindrance(personId: string, from: EntityManager): Promise<'privacy.order_open' | null> {
    const live = BOTH_SIDES(personId).map((side) => ({ ...side, status: In([...LIVE]) }))
    const orders = await from.find(Order, { where: live, select: { id: true, status: true, sittingId: true } })
    const waiting = orders.filter(({ status }) => UNCOLLECTED.includes(status) || status === 'placed')
    if (waiting.length < orders.length) return 'privacy.order_open'
    const id = In(waiting.map(({ sittingId }) => sittingId))
    const servingTo = MoreThan(new Date(this.clock.now().getTime() - DAY_MS))
    const toCome = [
      { id, servingTo },
      { id, closedAt: Not(IsNull()) },
    ]
    return (await from.existsBy(Sitting, toCome)) ? 'privacy.order_open' : null
  }

  async erase(tx: EntityManager, personId: string): Promise<void> {
    await this.leaveUncollected(tx, personId)
    const orders = await tx.find(Order, { where: BOTH_SIDES(personId), select: { id: true } })
    // Who ordered for them was told their name.
    await this.notices.forgetAbout(
      tx,
      'order',
      orders.map(({ id }) => id),
    )
    await this.forgetSeller(tx, personId)
    for (const side of BOTH_SIDES(personId)) await tx.update(Order, side, { note: '', leaveOut: null })
    await tx.delete(Wait, { personId })
    await tx.delete(Diet, { personId })
  }

  private async linesOf(from: EntityManager, orders: readonly Order[]): Promise<Map<string, OrderLine[]>> {
    const linesOf = new Map<string, OrderLine[]>()
    for (const ids of pieces(orders.map(({ id }) => id)))
      for (const line of await from.find(OrderLine, { where: { orderId: In(ids) }, order: { position: 'ASC' } })) {
        const own = linesOf.get(line.orderId)
        if (own === undefined) linesOf.set(line.orderId, [line])
        else own.push(line)
      }
    return linesOf
  }

  /**
   * What nobody fetched on its day, and the window has not written down as such: it would be told once more by whoever closes the day, and
   * refunded into a wallet that nobody can open.
   */
  private async leaveUncollected(tx: EntityManager, personId: string): Promise<void> {
    const waiting = { status: In([...UNCOLLECTED]), mode: Not('delivery' as const), day: LessThan(this.clock.today()) }
    for (const side of BOTH_SIDES(personId))
      await tx.update(Order, { ...side, ...waiting }, { status: 'not_collected', progressAt: this.clock.now() })
  }

  /** Neighbours keep the meals that staff sold them, and what they were told but for who sold them. */
  private async forgetSeller(tx: EntityManager, personId: string): Promise<void> {
    const sold = await tx.find(Order, { where: { placedById: personId, door: 'counter' }, select: { id: true } })
    await this.notices.forgetAbout(
      tx,
      'order',
      sold.map(({ id }) => id),
      'order_placed',
    )
  }
}
