import { Injectable } from '@nestjs/common'
import type { SampleDay, SampleMeal, SampleView } from '@wanli/contracts/kitchen'
import { DataSource, In } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'

import { KitchenSittingsQueries, type MenuDish } from './kitchen-sittings.queries.js'
import { Sample } from './sample.entity.js'
import { SamplesQueries } from './samples.queries.js'

/** What was kept on a day that may be long past: for whoever inspects. */
@Injectable()
export class SampleDaysQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly canteens: StaffCanteensQueries,
    private readonly sittings: KitchenSittingsQueries,
    private readonly samples: SamplesQueries,
  ) {}

  /** The meals of a day of the caller's canteen, three at most, with every record of them. Throws `canteen.not_found` (404). */
  async of(caller: Caller, day: string): Promise<SampleDay> {
    const { manager } = this.dataSource
    const { id: canteenId, name: canteenName } = await this.canteens.of(caller)
    const [first] = await manager.find(Sitting, { where: { canteenId }, order: { day: 'ASC' }, take: 1 })
    const sittings = await manager.find(Sitting, { where: { canteenId, day }, order: { servingFrom: 'ASC' } })
    const ids = sittings.map(({ id }) => id)
    const menus = await this.sittings.menus(manager, ids, 'served')
    const rows = await manager.find(Sample, {
      where: { sittingId: In(ids) },
      order: { takenAt: 'ASC', id: 'ASC' },
    })
    const views = await this.samples.views(manager, rows)
    const meals = sittings.map((sitting) => {
      const own = views.filter((_, index) => rows[index]?.sittingId === sitting.id)
      return toSampleMeal(sitting, menus.get(sitting.id) ?? [], own)
    })
    return { canteenName, day, firstDay: first?.day ?? null, meals }
  }
}

/** A dish that is on the menu no more and was kept all the same stands behind the others. */
function toSampleMeal(sitting: Sitting, menu: readonly MenuDish[], records: readonly SampleView[]): SampleMeal {
  const kept = records.filter(({ voided }) => voided === null)
  const beside = kept.filter(({ dishId }) => !menu.some(({ id }) => id === dishId))
  return {
    sittingId: sitting.id,
    meal: sitting.meal,
    dueAt: sitting.servingFrom.toISOString(),
    closedReason: sitting.closedReason,
    dishes: [
      ...menu.map(({ id, name, picture }) => {
        const sample = kept.find(({ dishId }) => dishId === id) ?? null
        return { dishId: id, name: sample?.dishName ?? name, picture: sample?.picture ?? picture, sample }
      }),
      ...beside.map((sample) => ({
        dishId: sample.dishId,
        name: sample.dishName,
        picture: sample.picture,
        sample,
      })),
    ],
    voided: records.filter(({ voided }) => voided !== null),
  }
}
