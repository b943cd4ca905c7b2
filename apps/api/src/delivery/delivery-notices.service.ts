import { Injectable } from '@nestjs/common'
import type { CheckOutcome } from '@wanli/contracts/delivery'
import type { PersonBrief } from '@wanli/contracts/people'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { OrderPeopleQueries } from '../canteen/order-people.queries.js'
import type { Order } from '../canteen/order.entity.js'
import { MEAL_NAMES, mealFor, mealText } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import type { DomainError } from '../common/domain-error.js'
import { NoticesService } from '../notices/notices.service.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { failureText } from './failure.rules.js'
import type { Run } from './run.entity.js'
import { receivedText } from './run.view.js'
import type { Standing } from './standing.entity.js'
import type { Stop } from './stop.entity.js'

/** Characters of the body of a notice. */
const LONGEST = 200

const OUTCOMES: Record<CheckOutcome, string> = { found: '人找到了', hospital: '人在医院', other: '有结果了' }

/** What people are told about a meal on its way. */
@Injectable()
export class DeliveryNoticesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly helpers: HelpersService,
    private readonly whose: OrderPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** The meal has left the canteen: with whom, who stands in the notice until {@link forgetCourier}. */
  async out(tx: EntityManager, order: Order, sitting: Sitting, courier: PersonBrief): Promise<void> {
    const body = `${courier.name}在路上，${order.pickupNumber}`
    const dedupeKey = `${outBy(courier.id)}${order.id}`
    await this.tell(tx, order, sitting, { kind: 'order_out', what: '出发了', body, dedupeKey })
  }

  /** Forgets who was told that this courier, who is being erased, was on the way. */
  async forgetCourier(tx: EntityManager, courierId: string): Promise<void> {
    await this.notices.forgetKeyed(tx, outBy(courierId))
  }

  /** The meal was handed over: to whom. A name that the courier typed stands as they typed it. */
  async delivered(
    tx: EntityManager,
    order: Order,
    sitting: Sitting,
    handed: Pick<Stop, 'how' | 'receiver'>,
  ): Promise<void> {
    const to = receivedText(handed) ?? ''
    const body = `${clockText(this.clock.now())} 交给${handed.how === 'other' ? `「${to}」` : to}了`
    await this.tell(tx, order, sitting, { kind: 'order_delivered', what: '送到了', body })
  }

  /** Nobody answers door and phone: those who order for the eater are told at once, and once. */
  async noAnswer(tx: EntityManager, order: Order): Promise<void> {
    const name = await this.nameOf(tx, order.eaterId)
    await this.tellHelpers(tx, order, {
      title: `${name}没有应门`,
      body: `${clockText(this.clock.now())} 送餐时没有人应门，食堂正在找人。请马上打个电话问问`,
      dedupeKey: `no_answer ${order.id}`,
    })
  }

  /** The welfare check is over. */
  async checked(tx: EntityManager, order: Order, outcome: CheckOutcome, words: string): Promise<void> {
    const name = await this.nameOf(tx, order.eaterId)
    await this.tellHelpers(tx, order, {
      title: `${name}：${OUTCOMES[outcome]}`,
      body: `「${words.slice(0, LONGEST - 2)}」`,
      dedupeKey: `checked ${order.id}`,
    })
  }

  /** Meals wait that nobody brings: couriers of the canteen are asked, until {@link runTaken}. */
  async runFree(
    tx: EntityManager,
    courierIds: readonly string[],
    { run, sitting, meals }: { run: Pick<Run, 'id' | 'number'>; sitting: Sitting; meals: number },
  ): Promise<void> {
    await this.notices.tell(
      tx,
      courierIds.map((personId) => ({
        personId,
        kind: 'run_free' as const,
        title: `${run.number} 线${MEAL_NAMES[sitting.meal]}还没有人送`,
        body: `${meals} 份饭等着送，${clockText(sitting.servingFrom)} 开餐。能送的请接过来`,
        subject: { kind: 'run' as const, id: run.id },
        todo: true,
        urgent: true,
      })),
    )
  }

  /** Somebody brings the run, or its meal is over: nobody is asked any more. */
  async runTaken(tx: EntityManager, runId: string): Promise<void> {
    await this.notices.settle(tx, { kind: 'run', id: runId })
  }

  /**
   * A meal of a standing order does not come: who eats, and who set it up while their mandate stands, are told why (each by `whyFor`,
   * since it may be about themselves) and what to do (`advice`), once. Who does not eat it reads whose meal it is.
   */
  async standingFailed(
    tx: EntityManager,
    standing: Standing,
    meal: Pick<Sitting, 'day' | 'meal'>,
    { whyFor, advice }: { whyFor: (readerId: string) => string; advice: string },
  ): Promise<void> {
    const name = await this.nameOf(tx, standing.eaterId)
    const mayAct = await this.helpers.mayAct(tx, standing.setUpById, standing.eaterId, 'meals')
    const people = mayAct ? [...new Set([standing.setUpById, standing.eaterId])] : [standing.eaterId]
    await this.notices.tell(
      tx,
      people.map((personId) => ({
        personId,
        kind: 'order_expired' as const,
        title: `${personId === standing.eaterId ? '' : name}${mealText(meal, this.clock.today())}的固定送餐没订上`,
        body: `${whyFor(personId)}。${advice}`,
        subject: null,
        dedupeKey: `standing ${standing.id} ${meal.day}`,
      })),
    )
  }

  /** Why a day of a standing order cannot be had, as `readerId` reads it; without a reader, in words for everybody. */
  async whyFailed(
    tx: EntityManager,
    { setUpById, eaterId }: Standing,
    error: DomainError,
  ): Promise<(readerId?: string) => string> {
    const payerId = await this.helpers.payerOf(tx, setUpById, eaterId, 'meals')
    const name = await this.nameOf(tx, setUpById)
    return (readerId) => {
      const setUpBy = readerId === setUpById ? '你' : name
      return failureText(error, { payer: payerId === setUpById && setUpById !== eaterId ? setUpBy : '', setUpBy })
    }
  }

  /** Tells the people of an order what its meal does; who does not eat it reads whose it is. */
  private async tell(
    tx: EntityManager,
    order: Order,
    sitting: Sitting,
    { what, ...news }: { kind: 'order_out' | 'order_delivered'; what: string; body: string; dedupeKey?: string },
  ): Promise<void> {
    const meal = mealText(sitting, this.clock.today())
    const name = await this.nameOf(tx, order.eaterId)
    const eater = { id: order.eaterId, name }
    const titleFor = (personId: string): string => `${mealFor(meal, eater, personId)}${what}`
    const subject = { kind: 'order' as const, id: order.id }
    await this.notices.tell(
      tx,
      (await this.whose.told(tx, order)).map((personId) => ({
        personId,
        title: titleFor(personId),
        ...news,
        subject,
      })),
    )
  }

  private async tellHelpers(
    tx: EntityManager,
    order: Order,
    news: { title: string; body: string; dedupeKey: string },
  ): Promise<void> {
    const agents = (await this.helpers.agentsOf(tx, [order.eaterId], 'meals')).get(order.eaterId) ?? []
    const helpers = agents.filter((id) => id !== order.eaterId)
    const kind = 'no_answer' as const
    // It leads to the way of the meal, which all of them may see from now on.
    const subject = { kind: 'order' as const, id: order.id }
    await this.notices.tell(
      tx,
      helpers.map((personId) => ({ personId, kind, ...news, subject, urgent: true })),
    )
  }

  private async nameOf(tx: EntityManager, personId: string): Promise<string> {
    return (await this.people.briefs([personId], tx)).get(personId)?.name ?? ''
  }
}

/** How the keys of what names a courier begin. */
const outBy = (courierId: string): string => `out ${courierId} `
