import { Injectable } from '@nestjs/common'
import type { CanteenView, SittingBrief, SittingsQuery } from '@wanli/contracts/canteen'
import { CANTEEN } from '@wanli/kernel/limits'
import { addDays } from '@wanli/kernel/shanghai-time'
import { Between, DataSource } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { Canteen } from './canteen.entity.js'
import { Sitting } from './sitting.entity.js'
import { toCanteenView, toSittingBrief } from './sitting.view.js'

/** Reads of canteens and their sittings. */
@Injectable()
export class SittingsQueries {
  constructor(
    private readonly dataSource: DataSource,
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
}
