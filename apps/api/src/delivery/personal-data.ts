import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In, IsNull, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { AddressSealsService } from './address-seals.service.js'
import { textOf } from './address.rules.js'
import { AddressesQueries } from './addresses.queries.js'
import { Address } from './address.entity.js'
import type { SealedAddress } from './address.rules.js'
import { Attempt } from './attempt.entity.js'
import { RunCourier } from './courier.entity.js'
import { DeliveryNoticesService } from './delivery-notices.service.js'
import { LadderPlace } from './ladder-place.entity.js'
import { Run } from './run.entity.js'
import { Sight } from './sight.entity.js'
import { StandingDay } from './standing-day.entity.js'
import { StandingResult } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { StandingsService } from './standings.service.js'
import { Stop } from './stop.entity.js'

/** What is left of an address whose person is forgotten: nothing but that there was one. */
const NOWHERE: SealedAddress = {
  building: '',
  unit: '',
  room: '',
  floor: 1,
  lift: false,
  note: '',
  receivers: [],
  contacts: [],
}
const BOTH_SIDES = (personId: string) => [{ eaterId: personId }, { setUpById: personId }]

/** What delivery keeps of a person: doors, who may take a meal in, what comes by itself, what was tried at the door. */
@Injectable()
export class DeliveryData implements PersonalData, OnModuleInit {
  readonly section = 'delivery'
  readonly tables = [
    'delivery_courier',
    'delivery_address',
    'delivery_run',
    'delivery_stop',
    'delivery_attempt',
    'delivery_ladder_place',
    'delivery_sight',
    'delivery_standing',
    'delivery_standing_weekday',
    'delivery_standing_day',
    'delivery_standing_result',
  ]

  constructor(
    private readonly registry: PersonalDataService,
    private readonly book: AddressesQueries,
    private readonly seals: AddressSealsService,
    private readonly standings: StandingsService,
    private readonly notices: NoticesService,
    private readonly news: DeliveryNoticesService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const rows = await from.findBy(Address, { personId })
    const addresses = await this.book.open(
      from,
      rows.map(({ id }) => id),
    )
    const standings = await from.findBy(Standing, BOTH_SIDES(personId))
    const standingId = In(standings.map(({ id }) => id))
    const weekdays = await from.findBy(StandingWeekday, { standingId })
    const days = await from.findBy(StandingDay, { standingId })
    const results = await from.findBy(StandingResult, { standingId })
    const orderId = In((await from.findBy(Order, { eaterId: personId, mode: 'delivery' })).map(({ id }) => id))
    const stops = await from.findBy(Stop, { orderId })
    const attempts = await from.findBy(Attempt, { orderId })
    return {
      addresses: [...addresses.values()].map((address) => {
        const { floor, lift, note, receivers, contacts } = address
        return { text: textOf(address), floor, lift, note, receivers, contacts }
      }),
      standing: standings.map(({ id, meal, wishes, note, eaterId, pausedFrom, pausedTo, endedAt, createdAt }) => ({
        meal,
        wishes,
        note,
        iEat: eaterId === personId,
        weekdays: weekdays.filter((row) => row.standingId === id).map(({ weekday }) => weekday),
        days: days.filter((row) => row.standingId === id).map(({ day, skip, wishes: other }) => ({ day, skip, other })),
        results: results
          .filter((row) => row.standingId === id)
          .map(({ day, outcome, reason }) => ({ day, outcome, reason })),
        pausedFrom,
        pausedTo,
        endedAt,
        createdAt,
      })),
      brought: stops.map(({ outAt, how, receiver, reason, handedAt, outcome, words, closedAt }) => ({
        outAt,
        how,
        receiver,
        reason,
        handedAt,
        outcome,
        words,
        closedAt,
      })),
      tried: attempts.map(({ step, outcome, words, at }) => ({ step, outcome, words, at })),
    }
  }

  async erase(tx: EntityManager, personId: string, at: Date): Promise<void> {
    await this.eraseStandings(tx, personId, at)
    for (const { id } of await tx.findBy(Address, { personId })) {
      await tx.update(Address, { id }, { retiredAt: this.clock.now(), ...this.seals.seal(id, NOWHERE) })
    }
    const orders = await tx.find(Order, { where: { eaterId: personId, mode: 'delivery' }, select: { id: true } })
    const orderId = In(orders.map(({ id }) => id))
    await tx.update(Stop, { orderId, how: In(['named', 'other']) }, { receiver: '', reason: null })
    await tx.update(Stop, { orderId, outcome: In(['found', 'hospital', 'other']) }, { words: '' })
    await tx.update(Attempt, { orderId }, { words: '' })
    await tx.delete(LadderPlace, { orderId })
    await tx.delete(Sight, { personId })
    // Their runs stay: what has not left is free for a colleague, and so are those of the days to come.
    await tx.update(Run, { courierId: personId, leftAt: IsNull() }, { courierId: null, freeToldAt: null })
    await tx.delete(RunCourier, { personId })
    await this.news.forgetCourier(tx, personId)
  }

  /**
   * What somebody had brought to them ends. What they had set up for somebody else stays that one's, who is told of each day that nobody
   * orders any more, and may make it their own.
   */
  private async eraseStandings(tx: EntityManager, personId: string, at: Date): Promise<void> {
    const standings = await tx.findBy(Standing, BOTH_SIDES(personId))
    const own = standings.filter(({ eaterId }) => eaterId === personId).map(({ id }) => id)
    await this.standings.endIn(tx, own)
    await tx.update(Standing, { id: In(own) }, { wishes: [] })
    await tx.delete(StandingDay, { standingId: In(own) })
    await tx.update(Standing, { id: In(standings.map(({ id }) => id)) }, { note: '' })
    for (const { id } of standings) await this.notices.forgetKeyed(tx, `standing ${id}`, at)
  }
}
