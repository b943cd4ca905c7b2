import { Injectable } from '@nestjs/common'
import type { SamplesView, SampleView } from '@wanli/contracts/kitchen'
import { DataSource, In, IsNull, MoreThan, Not, type EntityManager } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { PeopleService } from '../people/people.service.js'
import { UploadsService } from '../uploads/uploads.service.js'

import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { toKitchenSitting, toSampleView } from './kitchen.view.js'
import { Sample } from './sample.entity.js'
import { SampleCorrection } from './sample-correction.entity.js'

/** Boxes that are shown at once: three days of three meals of many dishes. */
const MOST_BOXES = 200

/** Reads of what is kept. */
@Injectable()
export class SamplesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sittings: KitchenSittingsQueries,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly clock: Clock,
  ) {}

  /** What of a sitting is kept and missing, every box that stands in the fridge, and what is void. Throws `canteen.sitting_not_found` (404). */
  async of(caller: Caller, sittingId: string): Promise<SamplesView> {
    const { manager } = this.dataSource
    const sitting = await this.sittings.sitting(caller, sittingId)
    // What was closed before the kitchen counted was never cooked: there is nothing to keep of it.
    const isCooked = sitting.closedAt === null || sitting.closedAt >= sitting.freezeAt
    const menu = isCooked ? await this.sittings.menu(manager, sittingId, 'served') : []
    const rows = await manager.findBy(Sample, { sittingId, voidedAt: IsNull() })
    const { canteenId } = sitting
    const boxes = await manager.find(Sample, {
      where: { canteenId, discardedAt: IsNull(), voidedAt: IsNull() },
      order: { takenAt: 'ASC', id: 'ASC' },
      take: MOST_BOXES,
    })
    const now = this.clock.now()
    const voidedAt = Not(IsNull())
    const voided = await manager.find(Sample, {
      where: [
        { sittingId, voidedAt },
        { canteenId, discardedAt: IsNull(), voidedAt, keepUntil: MoreThan(now) },
      ],
      order: { voidedAt: 'DESC', id: 'DESC' },
      take: MOST_BOXES,
    })
    const views = new Map((await this.views(manager, [...rows, ...boxes, ...voided])).map((view) => [view.id, view]))
    const viewOf = (row: Sample): SampleView => defined(views.get(row.id), 'the view of a sample')
    const isServed = now >= sitting.servingFrom && sitting.closedAt === null
    const rowOf = (id: string): Sample | undefined => rows.find(({ dishId }) => dishId === id)
    return {
      sitting: toKitchenSitting(sitting),
      dueAt: sitting.servingFrom.toISOString(),
      late: isServed && menu.some(({ id }) => rowOf(id) === undefined),
      dishes: menu.map(({ id, name, picture }) => {
        const row = rowOf(id)
        return { dishId: id, name, picture, sample: row === undefined ? null : viewOf(row) }
      }),
      boxes: boxes.map(viewOf),
      voided: voided.map(viewOf),
    }
  }

  /** One sample. */
  async view(from: EntityManager, row: Sample): Promise<SampleView> {
    const [view] = await this.views(from, [row])
    return defined(view, 'the view of a sample')
  }

  /** Samples in the order of these rows: a fixed number of statements. */
  async views(from: EntityManager, rows: readonly Sample[]): Promise<SampleView[]> {
    if (rows.length === 0) return []
    const sittings = await from.findBy(Sitting, { id: In([...new Set(rows.map(({ sittingId }) => sittingId))]) })
    const corrections = await from.find(SampleCorrection, {
      where: { sampleId: In(rows.map(({ id }) => id)) },
      order: { sequence: 'ASC' },
    })
    const people = await this.people.briefs(
      [
        ...rows.flatMap(({ takenById, discardedById, voidedById }) => [
          takenById,
          discardedById ?? '',
          voidedById ?? '',
        ]),
        ...corrections.map(({ correctedById }) => correctedById),
      ],
      from,
    )
    const names = new Map([...people].map(([id, { name }]) => [id, name]))
    const photos = await this.uploads.pictures(
      rows.flatMap(({ photoId }) => photoId ?? []),
      from,
    )
    return rows.map((row) =>
      toSampleView(row, {
        sitting: defined(
          sittings.find(({ id }) => id === row.sittingId),
          'the sitting of a sample',
        ),
        corrections: corrections.filter(({ sampleId }) => sampleId === row.id),
        names,
        photo: photos.get(row.photoId ?? '')?.url ?? null,
      }),
    )
  }
}
