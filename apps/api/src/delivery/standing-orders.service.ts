/*
 * What must never happen: a day of a standing order ordered twice, or again after somebody cancelled it. `pk` of
 * `delivery_standing_result` is claimed before anything is ordered, and the order is placed under a key made of standing order, day
 * and round: whoever comes second, or after a crash, gets the order that is there. A day is claimed under the lock of its standing order,
 * which whoever changes, pauses or ends it takes too, so that what was said before counts.
 */
import { Injectable } from '@nestjs/common'
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import { weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm'

import { Diet } from '../canteen/diet.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { Order } from '../canteen/order.entity.js'
import { LIVE } from '../canteen/order.rules.js'
import { PlacingService } from '../canteen/placing.service.js'
import { leftFor } from '../canteen/pool.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { isDomainError } from '../common/domain-error.js'
import { sentenceOf } from '../common/error-catalogue.js'
import { fingerprintOf, Idempotency, type OnceRequest } from '../common/idempotency.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { DeliveryNoticesService } from './delivery-notices.service.js'
import { StandingDay } from './standing-day.entity.js'
import { StandingResult, type StandingOutcome } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { isDue, isPaused, linesFor, ORDER_HOURS_BEFORE, type MenuDish } from './standing.rules.js'

const HOUR_MS = 3_600_000
const REASON_LENGTH = 120

/** One day of a standing order that is being decided. */
interface Claim {
  standing: Standing
  sitting: Sitting
  round: number
  /** What somebody said of this day. */
  said: StandingDay | null
}

/** Ordering what standing orders say, a day before the kitchen counts. Safe to run in several processes at once. */
@Injectable()
export class StandingOrdersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly placing: PlacingService,
    private readonly notices: DeliveryNoticesService,
    private readonly clock: Clock,
  ) {}

  /** Orders every day that is due and not decided yet, of all standing orders or of these. */
  async orderDue(ids?: readonly string[]): Promise<void> {
    const { manager } = this.dataSource
    const now = this.clock.now()
    const until = new Date(now.getTime() + ORDER_HOURS_BEFORE * HOUR_MS)
    const sittings = await manager.find(Sitting, {
      where: { freezeAt: MoreThan(now), opensAt: LessThanOrEqual(now), closedAt: IsNull() },
      order: { freezeAt: 'ASC' },
    })
    for (const sitting of sittings.filter(({ freezeAt }) => freezeAt <= until)) {
      const standings = await this.undecided(manager, sitting, ids)
      for (const standing of standings) await this.orderDay(standing, sitting)
    }
  }

  /** Decides one day, once: orders it, or says why not. Nothing happens before it is due and after it was decided. */
  async orderDay(standing: Standing, sitting: Sitting): Promise<void> {
    if (!isDue(sitting, this.clock.now()) || isPaused(standing, sitting.day)) return
    const claim = await this.claim(standing, sitting)
    if (claim === null) return
    if (claim.said?.skip === true) return this.decide(claim, 'skipped')
    if (await this.isByHand(claim)) return this.decide(claim, 'by_hand')
    const body = await this.bodyOf(claim)
    if (body.lines.length === 0) return this.fail(claim, sentenceOf('delivery.nothing_on_menu', {}))
    try {
      const order = await this.placing.place(
        { personId: claim.standing.setUpById, sessionId: '', roles: [] },
        onceOf(claim),
        body,
      )
      await this.decide(claim, 'ordered', order.id)
    } catch (error) {
      if (!isDomainError(error)) throw error
      // The system is busy, or another process is ordering this very day: the next round looks again.
      if (error.code.startsWith('request.')) return
      if (error.code === 'canteen.already_ordered') return this.decide(claim, 'by_hand')
      await this.fail(claim, sentenceOf(error.code, error.params))
    }
  }

  private async undecided(
    from: EntityManager,
    { canteenId, day, meal }: Sitting,
    ids: readonly string[] | undefined,
  ): Promise<Standing[]> {
    const days = await from.findBy(StandingWeekday, { meal, weekday: weekdayOf(day) })
    const wanted = days.map(({ standingId }) => standingId).filter((id) => ids === undefined || ids.includes(id))
    if (wanted.length === 0) return []
    const decided = await from.findBy(StandingResult, { standingId: In(wanted), day, outcome: Not('placing') })
    const open = wanted.filter((id) => !decided.some(({ standingId }) => standingId === id))
    return open.length === 0 ? [] : from.findBy(Standing, { id: In(open), canteenId, endedAt: IsNull() })
  }

  /**
   * Makes the day ours to decide, or takes up what a crash has left; null when it is decided, or when the standing order does not bring
   * a meal on it any more.
   */
  private claim({ id: standingId }: Standing, sitting: Sitting): Promise<Claim | null> {
    const { day, meal } = sitting
    const key = { standingId, day }
    return this.transactions.run(async (tx) => {
      const [standing] = await lockRows(tx, Standing, [standingId])
      if (standing === undefined || standing.endedAt !== null || isPaused(standing, day)) return null
      if (!(await tx.existsBy(StandingWeekday, { standingId, meal, weekday: weekdayOf(day) }))) return null
      const row = { ...key, round: 0, outcome: 'placing' as const, orderId: null, reason: null }
      const values = { ...row, changedAt: this.clock.now() }
      await tx.createQueryBuilder().insert().into(StandingResult).values(values).orIgnore().execute()
      const { round, outcome } = await tx.findOneByOrFail(StandingResult, key)
      const said = await tx.findOneBy(StandingDay, key)
      return outcome === 'placing' ? { standing, sitting, round, said } : null
    })
  }

  /**
   * Whether somebody ordered this meal by hand: then that counts, even when they cancelled it. In a later round the order before is
   * this standing order's own, so only a meal that is still to come counts.
   */
  private async isByHand(claim: Claim): Promise<boolean> {
    const { standing, sitting, round } = claim
    const { manager } = this.dataSource
    const status = round === 0 ? Not('expired' as const) : In([...LIVE])
    if (!(await manager.existsBy(Order, { sittingId: sitting.id, eaterId: standing.eaterId, status }))) return false
    // An order and its key are kept together: this one may be ours, of another process or of before a crash.
    const [answered] = await this.idempotency.answered(manager, [onceOf(claim)])
    return answered === undefined
  }

  private async bodyOf({ standing, sitting, said }: Claim): Promise<PlaceOrderRequest> {
    const { manager } = this.dataSource
    const offers = await manager.find(Offer, {
      where: { sittingId: sitting.id, withdrawnAt: IsNull() },
      order: { position: 'ASC' },
    })
    const dishes = await manager.findBy(Dish, { id: In(offers.map(({ dishId }) => dishId)) })
    const diet = await manager.findOneBy(Diet, { personId: standing.eaterId })
    const menu = offers.flatMap((offer): MenuDish[] => {
      const dish = dishes.find(({ id }) => id === offer.dishId)
      if (dish === undefined) return []
      const { name, kind, soft, lowSalt, allergens } = dish
      const hasHalf = offer.halfFen !== null
      return [{ offerId: offer.id, name, kind, soft, lowSalt, allergens, hasHalf, leftHalves: leftFor(offer, true, 0) }]
    })
    const eater = { avoid: diet?.avoid ?? [], soft: diet?.soft ?? false, lowSalt: diet?.lowSalt ?? false }
    const { eaterId, setUpById, addressId, note } = standing
    return {
      sittingId: sitting.id,
      lines: linesFor(said?.wishes ?? standing.wishes, menu, eater),
      mode: 'delivery',
      addressId,
      payBy: 'wallet',
      ...(note === '' ? {} : { note }),
      ...(eaterId === setUpById ? {} : { forPersonId: eaterId }),
    }
  }

  private async decide({ standing, sitting, round }: Claim, outcome: StandingOutcome, orderId?: string): Promise<void> {
    const key = { standingId: standing.id, day: sitting.day, round, outcome: 'placing' as const }
    const changed = { outcome, orderId: orderId ?? null, changedAt: this.clock.now() }
    await this.transactions.run((tx) => tx.update(StandingResult, key, changed))
  }

  private async fail({ standing, sitting, round }: Claim, sentence: string): Promise<void> {
    const reason = sentence.slice(0, REASON_LENGTH)
    const key = { standingId: standing.id, day: sitting.day, round, outcome: 'placing' as const }
    await this.transactions.run(async (tx) => {
      const changed = { outcome: 'failed' as const, reason, changedAt: this.clock.now() }
      const { affected } = await tx.update(StandingResult, key, changed)
      if (affected === 1) await this.notices.standingFailed(tx, standing, sitting, reason)
    })
  }
}

const keyOf = ({ standing, sitting, round }: Claim): string => `standing:${standing.id}:${sitting.day}:${round}`

/** The same for every attempt at one day, whatever the menu looks like meanwhile. */
function onceOf(claim: Claim): OnceRequest {
  const key = keyOf(claim)
  return { personId: claim.standing.setUpById, key, fingerprint: fingerprintOf(key, null) }
}
