import { Injectable, Logger } from '@nestjs/common'
import type { ReconciliationView } from '@wanli/contracts/wallet'
import { addDays, daysFrom, instantOf } from '@wanli/kernel/shanghai-time'
import { Between, DataSource, In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { oneByOne } from '../common/one-by-one.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { PayClientService, PayRefusal } from '../wechat/pay-client.service.js'

import { BillCheck } from './bill-check.entity.js'
import { BillDifference } from './bill-difference.entity.js'
import { billDifferences, billRows, type BillRow, type BookRow, type NewDifference } from './bill.rules.js'
import { Payment } from './payment.entity.js'
import { Refund } from './refund.entity.js'

/** WeChat's bill of a day is there at ten on the next. */
const READY_AT = '10:00'
/** How far back a bill is asked for that could not be had on its day. */
const DAYS_BACK = 14
/** Rows that are looked up by one statement. */
const BATCH = 500

/** WeChat's bill of a day against our books. */
@Injectable()
export class ReconciliationService {
  private readonly log = new Logger(ReconciliationService.name)

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly pay: PayClientService,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares one Shanghai day, again as often as asked, and keeps what differs. Throws `wallet.wechat_off`, `wallet.bill_not_ready`
   * (409) and `wallet.wechat_unreachable` (503).
   */
  async check(day: string): Promise<ReconciliationView> {
    if (!this.pay.isReady) throw new DomainError('wallet.wechat_off')
    if (this.clock.now() < readyAt(day)) throw new DomainError('wallet.bill_not_ready')
    const bill = billRows(await this.bill(day))
    const books = await this.books(day, bill)
    const differences = billDifferences(bill, books)
    if (differences.length > 0) this.log.error(`WeChat's bill of ${day} and our books differ in ${differences.length}`)
    await this.transactions.run((tx) => this.keep(tx, day, bill, differences))
    return this.view(day)
  }

  /**
   * Bills that are there and were not compared yet: yesterday's, and those of the last days on which WeChat or this server was silent. They
   * count from the first that was compared.
   */
  async checkDue(): Promise<void> {
    if (!this.pay.isReady) return
    const [today, now] = [this.clock.today(), this.clock.now()]
    const { manager } = this.dataSource
    const days = daysFrom(addDays(today, -DAYS_BACK), DAYS_BACK)
    const [first] = await manager.find(BillCheck, { where: {}, order: { day: 'ASC' }, take: 1 })
    const checked = new Set((await manager.findBy(BillCheck, { day: In(days) })).map(({ day }) => day))
    const isDue = (day: string): boolean =>
      day >= (first?.day ?? addDays(today, -1)) && now >= readyAt(day) && !checked.has(day)
    await oneByOne(this.log, days.filter(isDue), (day) => this.check(day))
  }

  /** The last comparison of a day. Throws `wallet.reconciliation_not_found` (404). */
  async view(day: string): Promise<ReconciliationView> {
    const { manager } = this.dataSource
    const check = await manager.findOneBy(BillCheck, { day })
    if (check === null) throw new DomainError('wallet.reconciliation_not_found')
    const rows = await manager.find(BillDifference, { where: { day }, order: { what: 'ASC', reference: 'ASC' } })
    return {
      day,
      checkedAt: check.checkedAt.toISOString(),
      payments: check.payments,
      refunds: check.refunds,
      differences: rows.map(({ id, kind, what, reference, hereFen, thereFen }) => ({
        id,
        kind,
        what,
        reference,
        hereFen,
        thereFen,
      })),
    }
  }

  private async bill(day: string): Promise<string> {
    try {
      return await this.pay.tradeBill(day)
    } catch (error) {
      if (!(error instanceof PayRefusal)) throw error
      throw new DomainError(error.code === 'STATEMENT_CREATING' ? 'wallet.bill_not_ready' : 'wallet.wechat_unreachable')
    }
  }

  /** What we booked on the day, and whatever else the bill names. */
  private async books(day: string, bill: BillRow[]): Promise<BookRow[]> {
    const { manager } = this.dataSource
    const onDay = Between(instantOf(day, '00:00'), new Date(instantOf(addDays(day, 1), '00:00').getTime() - 1))
    const rows = [
      ...(await manager.findBy(Payment, { paidAt: onDay })).map((row) => paymentRow(row, true)),
      ...(await manager.findBy(Refund, { doneAt: onDay, status: 'success' })).map((row) => refundRow(row, true)),
    ]
    const known = new Set(rows.map(({ what, reference }) => `${what} ${reference}`))
    const unknown = bill.filter(({ what, reference }) => !known.has(`${what} ${reference}`))
    for (let from = 0; from < unknown.length; from += BATCH) {
      const batch = unknown.slice(from, from + BATCH)
      const numbers = (what: BillRow['what']): string[] =>
        batch.filter((row) => row.what === what).map(({ reference }) => reference)
      const payments = await manager.findBy(Payment, { outTradeNo: In(numbers('payment')) })
      const refunds = await manager.findBy(Refund, { outRefundNo: In(numbers('refund')) })
      rows.push(...payments.map((row) => paymentRow(row, false)), ...refunds.map((row) => refundRow(row, false)))
    }
    return rows
  }

  private async keep(tx: EntityManager, day: string, bill: BillRow[], differences: NewDifference[]): Promise<void> {
    const count = (what: BillRow['what']): number => bill.filter((row) => row.what === what).length
    const checked = { checkedAt: this.clock.now(), payments: count('payment'), refunds: count('refund') }
    const { affected } = await tx.update(BillCheck, { day }, checked)
    try {
      if (affected !== 1) await tx.insert(BillCheck, { day, ...checked })
    } catch (error) {
      // Somebody else compared the same day at the same moment: theirs is overwritten.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
    await tx.delete(BillDifference, { day })
    for (const difference of differences) await tx.insert(BillDifference, { id: newId(), day, ...difference })
  }
}

const readyAt = (day: string): Date => instantOf(addDays(day, 1), READY_AT)

function paymentRow({ outTradeNo, amountFen, paidAt }: Payment, onDay: boolean): BookRow {
  return { what: 'payment', reference: outTradeNo, fen: amountFen, done: paidAt !== null, onDay }
}

function refundRow({ outRefundNo, amountFen, status }: Refund, onDay: boolean): BookRow {
  return { what: 'refund', reference: outRefundNo, fen: amountFen, done: status === 'success', onDay }
}
