import { Injectable } from '@nestjs/common'
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm'

import { Diet } from '../canteen/diet.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { ContactsService } from '../people/contacts.service.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { AddressesQueries } from './addresses.queries.js'
import { Attempt } from './attempt.entity.js'
import { LadderPlacesQueries } from './ladder-places.queries.js'
import type { Reachable } from './ladder.rules.js'
import { Run } from './run.entity.js'
import { Stop } from './stop.entity.js'
import { ON_THE_WAY, sheetOf, TAKEABLE, type Callable, type SheetFacts, type SheetStop } from './sheet.rules.js'

/** Reads of runs: which meals are on them, in which order, behind which doors. */
@Injectable()
export class RunSheetsQueries {
  constructor(
    private readonly book: AddressesQueries,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly helpers: HelpersService,
    private readonly places: LadderPlacesQueries,
  ) {}

  /** Stops of runs by run id, in the order of the way, in a fixed number of statements. Cancelled meals are not on it. */
  async sheets(from: EntityManager, runs: readonly Run[]): Promise<Map<string, SheetStop[]>> {
    if (runs.length === 0) return new Map()
    const stops = await from.findBy(Stop, { runId: In(runs.map(({ id }) => id)) })
    const taken = await from.findBy(Order, { id: In(stops.map(({ orderId }) => orderId)) })
    const sittingId = In([...new Set(runs.map((run) => run.sittingId))])
    const waiting = await from.findBy(Order, { sittingId, mode: 'delivery', status: In([...TAKEABLE]) })
    const orders = [...taken, ...waiting]
    const addresses = await this.book.open(
      from,
      orders.flatMap(({ addressId }) => addressId ?? []),
    )
    return new Map(runs.map((run) => [run.id, sheetOf(run, { stops, orders, addresses })]))
  }

  /** Runs, of these orders, with a meal that nobody has had and a check that has not ended. */
  async unfinished(from: EntityManager, where: FindOptionsWhere<Order>): Promise<Run[]> {
    const open = await from.findBy(Order, { ...where, mode: 'delivery', status: In([...ON_THE_WAY]) })
    if (open.length === 0) return []
    const stops = await from.findBy(Stop, { orderId: In(open.map(({ id }) => id)) })
    return from.findBy(Run, { id: In(stops.map(({ runId }) => runId)) })
  }

  /** Whether somebody still waits for a meal of a run, or is looked for. */
  async isUnfinished(from: EntityManager, { id }: Run): Promise<boolean> {
    const stops = await from.findBy(Stop, { runId: id })
    return from.existsBy(Order, { id: In(stops.map(({ orderId }) => orderId)), status: In([...ON_THE_WAY]) })
  }

  /** What views of these stops need. */
  async facts(from: EntityManager, stops: readonly SheetStop[]): Promise<SheetFacts> {
    const orders = stops.map(({ order }) => order)
    const ids = In(orders.map(({ id }) => id))
    const eaterIds = [...new Set(orders.map(({ eaterId }) => eaterId))]
    return {
      people: await this.people.briefs(eaterIds, from),
      birthDays: await this.people.birthDays(eaterIds, from),
      lines: await from.find(OrderLine, { where: { orderId: ids }, order: { position: 'ASC' } }),
      diets: await from.findBy(Diet, { personId: In(eaterIds) }),
      attempts: await from.find(Attempt, { where: { orderId: ids }, order: { at: 'ASC' } }),
      callable: await this.callable(from, stops),
    }
  }

  /** Whom the ladder of each stop calls, by order id. */
  async callable(from: EntityManager, stops: readonly SheetStop[]): Promise<Map<string, Callable>> {
    const eaterIds = stops.map(({ order }) => order.eaterId)
    const agents = await this.helpers.agentsOf(from, eaterIds, 'meals')
    const agentIds = [...agents.values()].flat()
    const phones = await this.contacts.revealAll(from, [...eaterIds, ...agentIds], 'phone')
    const people = await this.people.briefs(agentIds, from)
    const contacts = new Map(
      stops.map(({ order, address }): [string, Reachable[]] => {
        const helpers = (agents.get(order.eaterId) ?? []).flatMap((personId): Reachable[] => {
          const phone = phones.get(personId)
          return phone === undefined
            ? []
            : [{ name: people.get(personId)?.name ?? '', relation: HELPER, phone, personId }]
        })
        const ownerOf = (number: string) => helpers.find(({ phone }) => phone === number)?.personId ?? null
        const said = address.contacts.map((one): Reachable => ({ ...one, personId: ownerOf(one.phone) }))
        return [order.id, [...said, ...helpers]]
      }),
    )
    const places = await this.places.of(from, contacts)
    return new Map(
      stops.map(({ order, address }): [string, Callable] => {
        const { committeeName: name, committeePhone } = address.estate
        const phone = phones.get(order.eaterId) ?? null
        const committee = { name, phone: committeePhone }
        return [order.id, { phone, contacts: places.get(order.id) ?? [], committee }]
      }),
    )
  }
}

/** What who may order for somebody is called when nobody said what they are to each other. */
const HELPER = '代办人'
