import { Injectable } from '@nestjs/common'
import type { CanteenView, SittingBrief, SittingsQuery, SittingView } from '@wanli/contracts/canteen'
import { CANTEEN } from '@wanli/kernel/limits'
import { addDays } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, IsNull } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { Canteen } from './canteen.entity.js'
import { Dish } from './dish.entity.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { basisOf, EatersQueries } from './eaters.queries.js'
import { Offer } from './offer.entity.js'
import { stepsOf } from './placing.rules.js'
import { isForPool, keptAt, leftFor } from './pool.rules.js'
import { Sitting } from './sitting.entity.js'
import { toCanteenView, toKeptView, toOfferView, toSittingBrief, toSlotView } from './sitting.view.js'
import { Slot } from './slot.entity.js'
import { WaitsQueries } from './waits.queries.js'

/** Reads of canteens and their sittings. */
@Injectable()
export class SittingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eaters: EatersQueries,
    private readonly waits: WaitsQueries,
    private readonly doorsteps: DoorstepsQueries,
    private readonly clock: Clock,
  ) {}

  /** Every canteen. */
  async canteens(): Promise<CanteenView[]> {
    return (await this.dataSource.manager.find(Canteen, { order: { name: 'ASC' } })).map(toCanteenView)
  }

  /** Sittings of one day, or of today and the days on which orders are taken. Throws `canteen.not_found` (404). */
  async sittings(query: SittingsQuery): Promise<SittingBrief[]> {
    const { manager } = this.dataSource
    if (!(await manager.existsBy(Canteen, { id: query.canteenId }))) throw new DomainError('canteen.not_found')
    const today = this.clock.today()
    const rows = await manager.find(Sitting, {
      where: { canteenId: query.canteenId, day: query.day ?? Between(today, addDays(today, CANTEEN.daysAhead - 1)) },
      order: { day: 'ASC', servingFrom: 'ASC' },
    })
    const now = this.clock.now()
    return rows.map((row) => toSittingBrief(row, now))
  }

  /**
   * A sitting with its dishes, portions left, slots, and the prices of the caller or of the person they act for. Throws
   * `canteen.sitting_not_found` (404) and `people.no_mandate` (403).
   */
  async sitting(caller: Caller, id: string, forPersonId: string | undefined): Promise<SittingView> {
    const { manager } = this.dataSource
    const sitting = await manager.findOneBy(Sitting, { id })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const eater = await this.eaters.eaterFor(caller.personId, forPersonId, sitting.day)
    const basis = basisOf(eater, sitting.day)
    const canteen = await manager.findOneByOrFail(Canteen, { id: sitting.canteenId })
    const offers = await manager.find(Offer, {
      where: { sittingId: id, withdrawnAt: IsNull() },
      order: { position: 'ASC' },
    })
    const dishes = await manager.findBy(Dish, { id: In(offers.map((offer) => offer.dishId)) })
    const dishById = new Map(dishes.map((dish) => [dish.id, dish]))
    const slots = await manager.find(Slot, { where: { sittingId: id }, order: { fromAt: 'ASC' } })
    const now = this.clock.now()
    const steps = stepsOf(sitting)
    const forPool = isForPool(basis.age, 'dine_in')
    return {
      ...toSittingBrief(sitting, now),
      canteen: toCanteenView(canteen),
      offers: offers.flatMap((offer) => {
        const dish = dishById.get(offer.dishId)
        if (dish === undefined) return []
        const leftHalves = leftFor(offer, forPool, keptAt(offer.keptHalves, steps, now))
        return [toOfferView(offer, dish, { percent: basis.percent, leftHalves, avoid: eater.avoid })]
      }),
      slots: slots.map((slot) => toSlotView(slot, now)),
      basis,
      kept: offers.some((offer) => offer.keptHalves > 0) ? toKeptView(steps, now) : null,
      modes: (await this.doorsteps.delivers(manager, sitting.canteenId))
        ? ['dine_in', 'pick_up', 'delivery']
        : ['dine_in', 'pick_up'],
      waitingAhead: await this.waits.ahead(manager, id, caller.personId),
    }
  }
}
