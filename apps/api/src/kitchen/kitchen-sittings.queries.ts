import { Injectable } from '@nestjs/common'
import type { KitchenDay } from '@wanli/contracts/kitchen'
import { addDays } from '@wanli/kernel/shanghai-time'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { worksAt, StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { currentOf } from './kitchen.rules.js'
import { toKitchenSitting } from './kitchen.view.js'
import { Sample } from './sample.entity.js'
import { SheetDishRow } from './sheet-dish.entity.js'
import { Sheet } from './sheet.entity.js'

/**
 * Dishes of a sitting: those it serves, or all that ever were on its menu. A dish that was taken off is served as long as somebody has
 * it.
 */
export type Menu = 'served' | 'ever'

/** A dish of a menu, by the kitchen's name of it. */
export type MenuDish = Pick<Dish, 'id' | 'name' | 'picture' | 'station'>

const SERVED = '(offer.withdrawnAt IS NULL OR offer.soldHalves > 0)'

/**
 * Sittings and menus as the kitchen asks for them: of the caller's own canteen only. From its count on a dish is called what it is called
 * on the sheet that hangs on the wall, whatever it is renamed to meanwhile: one name on sheet, board, tickets and boxes.
 */
@Injectable()
export class KitchenSittingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly clock: Clock,
  ) {}

  /** Today in the caller's canteen, and what of tomorrow is counted already: breakfast, in the evening before. Throws `canteen.not_found` (404) when there is none. */
  async day(caller: Caller): Promise<KitchenDay> {
    const { manager } = this.dataSource
    const canteen = await this.canteens.of(caller)
    const today = this.clock.today()
    const now = this.clock.now()
    const rows = await manager.find(Sitting, {
      where: { canteenId: canteen.id, day: In([today, addDays(today, 1)]) },
      order: { servingFrom: 'ASC' },
    })
    const sittings = rows.filter(({ day, freezeAt }) => day === today || freezeAt <= now)
    const late = await this.samplesLate(manager, sittings)
    return {
      canteenId: canteen.id,
      canteenName: canteen.name,
      window: canteen.windowName,
      sittings: sittings.map(toKitchenSitting),
      currentId: currentOf(sittings, now)?.id ?? null,
      samplesLate: late.reduce((sum, { dishes }) => sum + dishes, 0),
      samplesLateAt: late,
    }
  }

  /** A sitting of the caller's canteen. Throws `canteen.sitting_not_found` (404). */
  async sitting(caller: Caller, id: string, from: EntityManager = this.dataSource.manager): Promise<Sitting> {
    const sitting = await from.findOneBy(Sitting, { id })
    if (sitting === null || !worksAt(caller, sitting.canteenId)) throw new DomainError('canteen.sitting_not_found')
    return sitting
  }

  /** The dishes of a sitting in the order of its menu, each by the kitchen's name of it. */
  async menu(from: EntityManager, sittingId: string, menu: Menu): Promise<MenuDish[]> {
    return (await this.menus(from, [sittingId], menu)).get(sittingId) ?? []
  }

  /** The same of several sittings, by sitting. */
  async menus(from: EntityManager, sittingIds: readonly string[], menu: Menu): Promise<Map<string, MenuDish[]>> {
    const menus = new Map(sittingIds.map((id): [string, MenuDish[]] => [id, []]))
    if (sittingIds.length === 0) return menus
    const query = from
      .createQueryBuilder(Offer, 'offer')
      .innerJoinAndMapOne('offer.dish', Dish, 'dish', 'dish.id = offer.dishId')
      .leftJoin(Sheet, 'sheet', 'sheet.sittingId = offer.sittingId')
      .leftJoinAndMapOne(
        'offer.counted',
        SheetDishRow,
        'counted',
        'counted.sheetId = sheet.id AND counted.dishId = offer.dishId',
      )
      .where('offer.sittingId IN (:...sittingIds)', { sittingIds: [...sittingIds] })
      .orderBy('offer.position', 'ASC')
    if (menu === 'served') query.andWhere(SERVED)
    const offers = (await query.getMany()) as (Offer & { dish: Dish; counted: SheetDishRow | null })[]
    for (const { sittingId, dish, counted } of offers) {
      const { id, picture, station } = dish
      menus.get(sittingId)?.push({ id, name: counted?.dishName ?? dish.name, picture, station })
    }
    return menus
  }

  /** How many dishes of these sittings are served already and have no sample, by sitting; those that lack none are missing. */
  async samplesLate(from: EntityManager, sittings: readonly Sitting[]): Promise<KitchenDay['samplesLateAt']> {
    const now = this.clock.now()
    const served = sittings.filter(({ servingFrom, closedAt }) => servingFrom <= now && closedAt === null)
    if (served.length === 0) return []
    const rows = await from
      .createQueryBuilder(Offer, 'offer')
      .leftJoin(Sample, 'sample', 'sample.sittingId = offer.sittingId AND sample.liveDishId = offer.dishId')
      .select('offer.sittingId', 'sittingId')
      .addSelect('COUNT(*)', 'dishes')
      .where('offer.sittingId IN (:...ids)', { ids: served.map(({ id }) => id) })
      .andWhere(SERVED)
      .andWhere('sample.id IS NULL')
      .groupBy('offer.sittingId')
      .getRawMany<{ sittingId: string; dishes: string | number }>()
    return rows.map(({ sittingId, dishes }) => ({ sittingId, dishes: Number(dishes) }))
  }
}
