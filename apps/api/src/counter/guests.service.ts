/*
 * What must never happen: a guest of a canteen who is somebody. The row of `counter_guest` names a person made for it, with no wallet,
 * no sign-in and no facts; its primary key keeps it to one for each canteen.
 */
import { Injectable } from '@nestjs/common'
import { GUEST_NAME } from '@wanli/kernel/names'
import type { EntityManager } from 'typeorm'

import type { GuestBook } from '../canteen/guests.queries.js'
import { asLostRace } from '../database/constraint-errors.js'
import { rowsIn } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { WelcomeService } from '../people/welcome.service.js'

import { Guest } from './guest.entity.js'

/** People without an account who eat at a canteen. */
@Injectable()
export class GuestsService implements GuestBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly welcome: WelcomeService,
  ) {}

  /** The person in whose name a canteen's guests order; made when the first one comes. */
  of(canteenId: string): Promise<string> {
    return this.transactions.run((tx) => this.find(tx, canteenId))
  }

  /** The same in a transaction that is open. */
  async find(tx: EntityManager, canteenId: string): Promise<string> {
    const known = await tx.findOneBy(Guest, { canteenId })
    if (known !== null) return known.personId
    const personId = await this.welcome.addNobody(tx, GUEST_NAME)
    await tx.insert(Guest, { canteenId, personId }).catch(asLostRace)
    return personId
  }

  /** Which of these people stand for a canteen's guests. */
  async among(from: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsIn(from, Guest, 'person_id', personIds)
    return new Set(rows.map(({ personId }) => personId))
  }
}
