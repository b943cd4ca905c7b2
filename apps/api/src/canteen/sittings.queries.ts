import { Injectable } from '@nestjs/common'
import type { CanteenView, ServiceDay, SittingsQuery, SittingsReply } from '@wanli/contracts/canteen'
import { CANTEEN } from '@wanli/kernel/limits'
import { daysFrom } from '@wanli/kernel/shanghai-time'
import { DataSource, In } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { Canteen } from './canteen.entity.js'
import { offOf } from './meal-outlook.rules.js'
import { MealOutlooksQueries } from './meal-outlooks.queries.js'
import { Sitting } from './sitting.entity.js'
import { toCanteenView, toSittingBrief } from './sitting.view.js'

/** Reads of canteens and their sittings. */
@Injectable()
export class SittingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outlooks: MealOutlooksQueries,
    private readonly clock: Clock,
  ) {}

  /** Every canteen. */
  async canteens(): Promise<CanteenView[]> {
    return (await this.dataSource.manager.find(Canteen, { order: { name: 'ASC' } })).map(toCanteenView)
  }

  /**
   * Sittings of one day, or of today and the days on which orders are taken, and what kind of days those are. Throws
   * `canteen.not_found` (404).
   */
  async sittings(query: SittingsQuery): Promise<SittingsReply> {
    const { manager } = this.dataSource
    if (!(await manager.existsBy(Canteen, { id: query.canteenId }))) throw new DomainError('canteen.not_found')
    const days = query.day === undefined ? daysFrom(this.clock.today(), CANTEEN.daysAhead) : [query.day]
    const rows = await manager.find(Sitting, {
      where: { canteenId: query.canteenId, day: In(days) },
      order: { day: 'ASC', servingFrom: 'ASC' },
    })
    const now = this.clock.now()
    const items = rows.map((row) => toSittingBrief(row, now))
    return { items, days: await this.daysOf(query.canteenId, days, rows) }
  }

  /** What kind of days these are, and why nothing is served on them; of those that nothing was published for the calendar is asked. */
  private async daysOf(
    canteenId: string,
    days: readonly string[],
    sittings: readonly Sitting[],
  ): Promise<ServiceDay[]> {
    const bare = days.filter((day) => !sittings.some((sitting) => sitting.day === day))
    const outlooks = await this.outlooks.of([canteenId], bare)
    const on = <Row extends { day: string }>(rows: readonly Row[], day: string): Row[] =>
      rows.filter((row) => row.day === day)
    return this.outlooks
      .marksOf(days)
      .map((mark) => ({ ...mark, off: offOf(on(sittings, mark.day), on(outlooks, mark.day)) }))
  }
}
