/*
 * What must never happen: a sample too small to be examined, a second box of one dish, or one thrown away before its 48 hours are over.
 * `ck_kitchen_sample_grams`, `uq_kitchen_sample_sitting_live_dish` and `ck_kitchen_sample_discarded` refuse it. Nor may a record change
 * or go and nobody know what it said: an UPDATE compares what was seen, and each has its `kitchen_sample_correction`; what is void stays,
 * with who and why (`ck_kitchen_sample_voided`).
 * Source: GB 31654-2021 (餐饮服务通用卫生规范) and 餐饮服务食品安全操作规范 7.9, which Shanghai's canteen rules follow.
 */
import { Injectable } from '@nestjs/common'
import type { CorrectSampleRequest, KeepSampleRequest, SampleView } from '@wanli/contracts/kitchen'
import { clockText, dayText, businessDayOf } from '@wanli/kernel/shanghai-time'
import { IsNull, type EntityManager } from 'typeorm'

import { worksAt } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { asLostRace } from '../database/constraint-errors.js'
import { LiveService } from '../live/live.service.js'
import { PeopleService } from '../people/people.service.js'
import { UploadsService } from '../uploads/uploads.service.js'

import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { assertFrozen, assertSample, keepUntil } from './kitchen.rules.js'
import { Sample } from './sample.entity.js'
import { SampleCorrection } from './sample-correction.entity.js'
import { SamplesQueries } from './samples.queries.js'

/** A box that stands in the fridge. */
const STANDS = { discardedAt: IsNull(), voidedAt: IsNull() }

/** Boxes of food that are kept, and taken away when their time is over. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly sittings: KitchenSittingsQueries,
    private readonly samples: SamplesQueries,
    private readonly people: PeopleService,
    private readonly uploads: UploadsService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down a sample of a dish. Throws `canteen.sitting_not_found`, `kitchen.dish_not_found`, `uploads.not_found` (404),
   * `kitchen.sample_too_light` (422), `kitchen.not_frozen`, `kitchen.sample_kept` (409).
   */
  keep(caller: Caller, once: OnceRequest, sittingId: string, request: KeepSampleRequest): Promise<SampleView> {
    return this.idempotency.once(once, async (tx) => {
      const { dishId, grams, place, photoId = null } = request
      const sitting = await this.sittings.sitting(caller, sittingId, tx)
      assertSample(grams)
      const takenAt = this.clock.now()
      assertFrozen(sitting, takenAt)
      const dish = (await this.sittings.menu(tx, sittingId, 'served')).find(({ id }) => id === dishId)
      if (dish === undefined) throw new DomainError('kitchen.dish_not_found')
      const { canteenId } = sitting
      const { personId } = caller
      if (photoId !== null) await this.uploads.attach(tx, { id: photoId, uploaderId: personId, ownerId: personId })
      const sample: Sample = {
        id: newId(),
        canteenId,
        sittingId,
        dishId,
        dishName: dish.name,
        picture: dish.picture,
        grams,
        place,
        photoId,
        takenAt,
        takenById: personId,
        keepUntil: keepUntil(takenAt),
        discardedAt: null,
        discardedById: null,
        liveDishId: dishId,
        voidedAt: null,
        voidedById: null,
        voidReason: null,
      }
      await this.insert(tx, sample)
      await this.tell(tx, canteenId, sittingId)
      return this.samples.view(tx, sample)
    })
  }

  /**
   * Writes down that a box whose time is over was taken away. Throws `kitchen.sample_not_found` (404), `kitchen.sample_too_young`,
   * `kitchen.sample_discarded`, `kitchen.sample_voided` (409).
   */
  discard(caller: Caller, once: OnceRequest, id: string): Promise<SampleView> {
    return this.idempotency.once(once, async (tx) => {
      const sample = await this.own(tx, caller, id)
      const now = this.clock.now()
      if (now < sample.keepUntil)
        throw new DomainError('kitchen.sample_too_young', { until: this.say(sample.keepUntil) })
      const discarded = { discardedAt: now, discardedById: caller.personId }
      const { affected } = await tx.update(Sample, { id, ...STANDS }, discarded)
      const row = await tx.findOneByOrFail(Sample, { id })
      if (affected !== 1) throw await this.stoodNoMore(tx, row)
      await this.tell(tx, sample.canteenId, sample.sittingId)
      return this.samples.view(tx, row)
    })
  }

  /**
   * Corrects what was written of a box that stands in the fridge; what it said before is kept, with who changed it and when. Saying the
   * same changes nothing. Throws `kitchen.sample_not_found` (404), `kitchen.sample_too_light` (422), `kitchen.sample_changed`,
   * `kitchen.sample_discarded`, `kitchen.sample_voided` (409).
   */
  correct(caller: Caller, once: OnceRequest, id: string, request: CorrectSampleRequest): Promise<SampleView> {
    return this.idempotency.once(once, async (tx) => {
      const sample = await this.own(tx, caller, id)
      const { was } = request
      const now = { grams: request.grams, place: request.place }
      assertSample(now.grams)
      if (now.grams === sample.grams && now.place === sample.place) return this.samples.view(tx, sample)
      // Byte by byte: the database compares letters as people do.
      if (sample.grams !== was.grams || sample.place !== was.place) throw await this.notCorrected(tx, sample)
      const { affected } = await tx.update(Sample, { id, ...was, ...STANDS }, now)
      const row = await tx.findOneByOrFail(Sample, { id })
      if (affected !== 1) throw await this.notCorrected(tx, row)
      const sequence = (await tx.countBy(SampleCorrection, { sampleId: id })) + 1
      const [correctedById, correctedAt] = [caller.personId, this.clock.now()]
      const before = { id: newId(), sampleId: id, sequence, ...was, correctedById, correctedAt }
      await tx.insert(SampleCorrection, before).catch(asLostRace)
      await this.tell(tx, sample.canteenId, sample.sittingId)
      return this.samples.view(tx, row)
    })
  }

  /**
   * Makes a record void that is of another dish, or of no box: it stays with who, when and why, and its dish is missing again. Throws
   * `kitchen.sample_not_found` (404), `kitchen.sample_discarded`, `kitchen.sample_voided` (409).
   */
  makeVoid(caller: Caller, once: OnceRequest, id: string, reason: string): Promise<SampleView> {
    return this.idempotency.once(once, async (tx) => {
      const { canteenId, sittingId } = await this.own(tx, caller, id)
      const [voidedById, voidedAt] = [caller.personId, this.clock.now()]
      const voided = { liveDishId: null, voidedAt, voidedById, voidReason: reason }
      const { affected } = await tx.update(Sample, { id, ...STANDS }, voided)
      const row = await tx.findOneByOrFail(Sample, { id })
      if (affected !== 1) throw await this.stoodNoMore(tx, row)
      await this.tell(tx, canteenId, sittingId)
      return this.samples.view(tx, row)
    })
  }

  private async own(tx: EntityManager, caller: Caller, id: string): Promise<Sample> {
    const sample = await tx.findOneBy(Sample, { id })
    if (sample === null || !worksAt(caller, sample.canteenId)) throw new DomainError('kitchen.sample_not_found')
    return sample
  }

  private async notCorrected(tx: EntityManager, row: Sample): Promise<DomainError> {
    const { id: sampleId, grams, place, discardedAt, voidedAt } = row
    if (discardedAt !== null || voidedAt !== null) return this.stoodNoMore(tx, row)
    const last = await tx.findOne(SampleCorrection, { where: { sampleId }, order: { sequence: 'DESC' } })
    const by = await this.people.colleague(last?.correctedById ?? row.takenById, tx)
    return new DomainError('kitchen.sample_changed', {
      by,
      at: this.say(last?.correctedAt ?? row.takenAt),
      grams,
      place,
    })
  }

  private async stoodNoMore(tx: EntityManager, row: Sample): Promise<DomainError> {
    const code = row.voidedAt === null ? 'kitchen.sample_discarded' : 'kitchen.sample_voided'
    const by = await this.people.colleague(row.voidedById ?? row.discardedById, tx)
    return new DomainError(code, { by, at: this.say(row.voidedAt ?? row.discardedAt ?? this.clock.now()) })
  }

  private async insert(tx: EntityManager, sample: Sample): Promise<void> {
    const { sittingId, dishId } = sample
    const before = await tx.findOneBy(Sample, { sittingId, liveDishId: dishId })
    if (before !== null) {
      const by = await this.people.colleague(before.takenById, tx)
      throw new DomainError('kitchen.sample_kept', { by, at: clockText(before.takenAt) })
    }
    // Of two who keep the same dish in one moment the second finds the first when it is run again, and is told who that was.
    await tx.insert(Sample, sample).catch(asLostRace)
  }

  private tell(tx: EntityManager, canteenId: string, id: string): Promise<void> {
    return this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id })
  }

  private say(at: Date): string {
    return `${dayText(businessDayOf(at), this.clock.today())} ${clockText(at)}`
  }
}
