/*
 * What must never happen: a change counted as seen twice, or one seen that was never shown. A tap says which amount it saw and how
 * many were seen before it; `uq_kitchen_amount_seen_sheet_dish_sequence` lets one of two through. What came meanwhile stays a change.
 */
import { Injectable } from '@nestjs/common'
import type { SeeChangeRequest } from '@wanli/contracts/kitchen'
import type { EntityManager } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { LiveService } from '../live/live.service.js'

import { AmountSeen } from './amount-seen.entity.js'
import { CountsQueries } from './counts.queries.js'
import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { LeaveOut } from './leave-out.entity.js'
import { Sheet } from './sheet.entity.js'
import { SheetsService } from './sheets.service.js'

/** Changes after the freeze that the kitchen has seen. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly sittings: KitchenSittingsQueries,
    private readonly sheets: SheetsService,
    private readonly counts: CountsQueries,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that a change was seen, as it was shown: an amount is taken at its word, and what it leaves stays a change. Throws
   * `canteen.sitting_not_found`, `kitchen.dish_not_found` (404), `kitchen.change_seen` (409) when somebody was quicker, before there is
   * a sheet, and when nothing of the kind is left out.
   */
  async see(caller: Caller, once: OnceRequest, sittingId: string, change: SeeChangeRequest): Promise<{ seen: true }> {
    const sitting = await this.sittings.sitting(caller, sittingId)
    const sheet = await this.sheets.of(sitting)
    if (sheet === null) throw new DomainError('kitchen.change_seen')
    return this.idempotency.once(once, async (tx) => {
      try {
        if (change.kind === 'amount') await this.seeAmount(tx, sheet, caller.personId, change)
        else await this.seeLeaveOut(tx, { sheet, sitting }, caller.personId, change)
      } catch (error) {
        if (isDuplicateKey(error)) throw new DomainError('kitchen.change_seen')
        throw error
      }
      const { canteenId } = sitting
      await this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id: sittingId })
      return { seen: true as const }
    })
  }

  private async seeAmount(tx: EntityManager, sheet: Sheet, seenById: string, change: SeeChangeRequest): Promise<void> {
    const { dishId, amount = 0, sequence = 0 } = change
    const menu = await this.sittings.menu(tx, sheet.sittingId, 'ever')
    if (!menu.some(({ id }) => id === dishId)) throw new DomainError('kitchen.dish_not_found')
    const before = await tx.countBy(AmountSeen, { sheetId: sheet.id, dishId })
    if (before !== sequence || amount === 0) throw new DomainError('kitchen.change_seen')
    await tx.insert(AmountSeen, {
      id: newId(),
      sheetId: sheet.id,
      dishId,
      sequence: sequence + 1,
      amount,
      seenById,
      seenAt: this.clock.now(),
    })
  }

  private async seeLeaveOut(
    tx: EntityManager,
    { sheet, sitting }: { sheet: Sheet; sitting: Sitting },
    seenById: string,
    { orderId, dishId, what }: SeeChangeRequest,
  ): Promise<void> {
    const lines = await this.counts.leaveOut(tx, { sitting, frozen: false })
    const line = lines.find((one) => one.orderId === orderId && one.dishId === dishId && one.what === what)
    if (line === undefined) throw new DomainError('kitchen.change_seen')
    await tx.insert(LeaveOut, { id: newId(), sheetId: sheet.id, ...line, seenById, seenAt: this.clock.now() })
  }
}
