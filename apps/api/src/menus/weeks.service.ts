/*
 * What must never happen: one cook's changes lost under another's. Every write names the revision that was seen and moves it on by one
 * conditional UPDATE; who comes second writes nothing and is told who was first.
 */
import { Injectable } from '@nestjs/common'
import type { CopiedWeekView, DraftWeekRequest, MenuMeal, MenuWeekView, WeekStepRequest } from '@wanli/contracts/menus'
import { addDays } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { canonical } from '../common/canonical.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { asLostRace } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { MeanwhileQueries } from './meanwhile.queries.js'
import { assertDraft, copyWeek, keyOf, weekMealText } from './menu.rules.js'
import { MenuWeek } from './week.entity.js'
import { namesOf, type WeekState } from './week.rules.js'
import { WeeksQueries } from './weeks.queries.js'

/** What is written of a week. */
interface WeekWrite {
  callerId: string
  revision: number
  meals: MenuMeal[]
  /** Whether this is a version that is published. */
  publishes?: boolean
}

/** Writes of weekly menus that nobody outside sees yet. */
@Injectable()
export class WeeksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly canteens: StaffCanteensQueries,
    private readonly queries: WeeksQueries,
    private readonly meanwhile: MeanwhileQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a draft of the whole week; meals that are over stay as they were. Throws `canteen.not_found`, `menus.dish_not_found` (404),
   * `menus.duplicate_dish` (422), `menus.dish_retired`, `menus.close_instead` and `menus.changed_meanwhile` (409).
   */
  async save(caller: Caller, monday: string, body: DraftWeekRequest): Promise<MenuWeekView> {
    return this.transactions.run(async (tx) => {
      const week = await this.queries.state(await this.canteens.of(caller, body.canteenId, tx), monday, tx)
      const meals = week.draft.map((one) => {
        const asked = body.meals.find((other) => keyOf(other) === keyOf(one))
        const over = week.meals.find((other) => keyOf(other) === keyOf(one))?.state === 'over'
        return asked === undefined || over ? one : asked
      })
      assertDraft(meals, week.standing, namesOf(week.dishes))
      const emptied = meals.find(
        (one) =>
          one.dishes.length === 0 &&
          week.standing.some((other) => keyOf(other) === keyOf(one) && other.dishes.length > 0),
      )
      if (emptied !== undefined) throw new DomainError('menus.close_instead', { meal: weekMealText(emptied) })
      // Who says the same as is written has what they want: a colleague's word, or their own whose answer was lost.
      if (week.row === null || canonical(week.row.meals) !== canonical(meals))
        await this.write(tx, week, { callerId: caller.personId, revision: body.revision, meals })
      return this.queries.view(await this.queries.state(week.canteen, monday, tx), tx)
    })
  }

  /**
   * Puts last week's menu into the empty meals of this week's draft and says what was left out. Throws `canteen.not_found` (404), `menus.nothing_to_copy`
   * and `menus.changed_meanwhile` (409).
   */
  copy(caller: Caller, once: OnceRequest, monday: string, body: WeekStepRequest): Promise<CopiedWeekView> {
    return this.idempotency.once(once, async (tx) => {
      const canteen = await this.canteens.of(caller, body.canteenId, tx)
      const source = await this.queries.state(canteen, addDays(monday, -7), tx)
      const week = await this.queries.state(canteen, monday, tx)
      const catalogue = new Map(
        [...week.dishes].map(([id, { name, retiredAt, listFen, halfFen }]) => [
          id,
          { name, retired: retiredAt !== null, listFen, halfFen },
        ]),
      )
      if (source.draft.every(({ dishes }) => dishes.length === 0)) throw new DomainError('menus.nothing_to_copy')
      const { meals, ...result } = copyWeek(source.draft, week.meals, week.draft, catalogue, addDays)
      // Where every meal was there already, a colleague who is at work on the week need not begin again.
      if (result.copiedMeals > 0)
        await this.write(tx, week, { callerId: caller.personId, revision: body.revision, meals })
      return { week: await this.queries.view(await this.queries.state(canteen, monday, tx), tx), ...result }
    })
  }

  /** Writes the draft on, if it is still at the revision that was seen. Answers the row as written. Throws `menus.changed_meanwhile` (409). */
  async write(
    tx: EntityManager,
    week: WeekState,
    { callerId, revision, meals, publishes }: WeekWrite,
  ): Promise<MenuWeek> {
    const { row } = week
    const changed = { meals, changedById: callerId, changedAt: this.clock.now() }
    const next = { revision: revision + 1, version: (row?.version ?? 0) + (publishes === true ? 1 : 0) }
    if (row !== null) {
      const { affected } = await tx.update(MenuWeek, { id: row.id, revision }, { ...next, ...changed })
      if (affected !== 1) throw await this.changedMeanwhile(tx, row.id)
      return Object.assign(row, next, changed)
    }
    const first: MenuWeek = { id: newId(), canteenId: week.canteen.id, monday: week.monday, ...next, ...changed }
    if (revision !== 0)
      throw new DomainError('menus.changed_meanwhile', await this.meanwhile.words(tx, { personId: null, at: null }))
    // A colleague's draft, or the empty row of who closed a meal: which of the two, the revision says.
    await tx.insert(MenuWeek, first).catch(asLostRace)
    return first
  }

  private async changedMeanwhile(tx: EntityManager, id: string): Promise<DomainError> {
    const { changedById: personId, changedAt: at } = await tx.findOneByOrFail(MenuWeek, { id })
    return new DomainError('menus.changed_meanwhile', await this.meanwhile.words(tx, { personId, at }))
  }
}
