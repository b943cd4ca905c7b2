/*
 * What must never happen: cash counted twice. A top-up is one idempotent posting; a pay-out is handed over by one UPDATE from
 * `pending` to `done` that must affect one row.
 */
import { Injectable } from '@nestjs/common'
import type { CashTopUpRequest, DrawerView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { maskedName } from '@wanli/kernel/names'
import { instantOf } from '@wanli/kernel/shanghai-time'
import { DataSource, type EntityManager } from 'typeorm'

import { scopesOf, type Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { rowsIn } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'
import { StaffActsService } from '../people/staff-acts.service.js'

import { Account } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { LedgerService, STREET } from './ledger.service.js'
import { Payment } from './payment.entity.js'
import { Payout } from './payout.entity.js'
import { Posting } from './posting.entity.js'
import { Refund } from './refund.entity.js'

/**
 * Roles that stand at a desk with a drawer. Whoever is a clerk and cooks, too, stands at the service station when they take cash for
 * wallets: its screen is the only one that does, and a canteen's day must not miss notes that lie elsewhere.
 */
const DESK_ROLES = ['clerk', 'officer', 'canteen_staff'] as const

/** The cash drawer of a desk: a canteen's, or the street's. */
@Injectable()
export class DrawerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly ledger: LedgerService,
    private readonly people: PeopleService,
    private readonly notices: NoticesService,
    private readonly acts: StaffActsService,
    private readonly clock: Clock,
  ) {}

  /** Cash for somebody else's own pocket. Throws `wallet.person_not_found` (404) and `desk.oneself` (403). */
  topUp(caller: Caller, once: OnceRequest, { personId, amountFen }: CashTopUpRequest): Promise<{ balanceFen: number }> {
    return this.idempotency.once(once, async (tx) => {
      if (personId === caller.personId) throw new DomainError('desk.oneself')
      if (!(await tx.existsBy(Account, { kind: 'person_own', ownerId: personId })))
        throw new DomainError('wallet.person_not_found')
      const id = newId()
      await this.ledger.post(tx, {
        kind: 'top_up_cash',
        memo: '现金充值',
        orderId: null,
        dedupeKey: `top_up_cash:${id}`,
        moves: [
          { kind: 'person_own', ownerId: personId, amountFen },
          { kind: 'cash_drawer', ownerId: deskOf(caller), amountFen: -amountFen },
        ],
      })
      const act = { action: 'desk.cash_in', detail: `收现金 ¥${yuan(amountFen)}` }
      await this.acts.record(tx, caller.personId, personId, act)
      const subject = { kind: 'wallet' as const, id }
      const title = `现金充值 ¥${yuan(amountFen)} 到账了`
      await this.notices.tell(tx, [{ personId, kind: 'money_added', title, body: '钱在钱包里，随时能用', subject }])
      return { balanceFen: await this.ledger.balanceOf(tx, personId) }
    })
  }

  /** The drawer of the caller's desk. */
  async drawer(caller: Caller, from: EntityManager = this.dataSource.manager): Promise<DrawerView> {
    const desk = deskOf(caller)
    const waiting = await from.find(Payout, {
      where: { cashStatus: 'pending' },
      order: { createdAt: 'ASC' },
      take: 100,
    })
    const ids = waiting.map((row) => row.personId)
    const people = await this.people.briefs(ids, from)
    const erased = await this.people.erasedOf(ids, from)
    const numbers = await this.paymentNumbers(
      from,
      waiting.filter((row) => erased.has(row.personId)).map((row) => row.id),
    )
    return {
      balanceFen: 0 - (await this.ledger.accountBalance(from, 'cash_drawer', desk)),
      topUpsToday: await this.topUpsToday(from, desk),
      payoutsWaiting: waiting.map((row) => {
        const name = people.get(row.personId)?.name ?? ''
        return {
          id: row.id,
          // What stands for an erased account is nobody's name.
          personName: erased.has(row.personId) ? name : maskedName(name),
          amountFen: row.cashFen,
          paymentNumber: numbers.get(row.id) ?? null,
        }
      }),
    }
  }

  /** The cash of somebody else's pay-out was handed over. Throws `wallet.payout_not_found` (404), `wallet.payout_done` (409), `desk.oneself` (403). */
  payOutHandedOver(caller: Caller, id: string): Promise<DrawerView> {
    return this.transactions.run(async (tx) => {
      const payout = await tx.findOneBy(Payout, { id })
      if (payout === null || payout.cashFen === 0) throw new DomainError('wallet.payout_not_found')
      if (payout.personId === caller.personId) throw new DomainError('desk.oneself')
      const paid = { cashStatus: 'done' as const, cashPaidAt: this.clock.now(), cashPaidById: caller.personId }
      const { affected } = await tx.update(Payout, { id, cashStatus: 'pending' }, paid)
      if (affected !== 1) throw new DomainError('wallet.payout_done')
      const erased = await this.people.erasedOf([payout.personId], tx)
      const number = erased.size === 0 ? undefined : (await this.paymentNumbers(tx, [id])).get(id)
      await this.ledger.post(tx, {
        kind: 'payout',
        memo: number === undefined ? '余额退现金' : '微信退不回去，账号已注销，凭商户单号退现金',
        orderId: null,
        dedupeKey: `payout_cash:${id}`,
        moves: [
          { kind: 'payout_pending', ownerId: STREET, amountFen: -payout.cashFen },
          { kind: 'cash_drawer', ownerId: deskOf(caller), amountFen: payout.cashFen },
        ],
      })
      const how = number === undefined ? '' : `，商户单号 ${number}`
      const act = { action: 'desk.cash_out', detail: `付现金 ¥${yuan(payout.cashFen)}${how}` }
      await this.acts.record(tx, caller.personId, payout.personId, act)
      return this.drawer(caller, tx)
    })
  }

  /** By which payment each of these pay-outs came in: of those that WeChat could not return. */
  private async paymentNumbers(from: EntityManager, payoutIds: readonly string[]): Promise<Map<string, string>> {
    const refunds = await rowsIn(from, Refund, 'payout_id', payoutIds)
    const payments = await rowsIn(
      from,
      Payment,
      'id',
      refunds.map(({ paymentId }) => paymentId),
    )
    const numbers = new Map(payments.map(({ id, outTradeNo }) => [id, outTradeNo]))
    return new Map(refunds.map(({ payoutId, paymentId }) => [payoutId ?? '', numbers.get(paymentId) ?? '']))
  }

  private topUpsToday(from: EntityManager, desk: string): Promise<number> {
    return from
      .createQueryBuilder(Entry, 'entry')
      .innerJoin(Account, 'account', 'account.id = entry.accountId')
      .innerJoin(Posting, 'posting', 'posting.id = entry.postingId')
      .where(`account.kind = 'cash_drawer' AND account.ownerId = :desk`, { desk })
      .andWhere('entry.createdAt >= :since', { since: instantOf(this.clock.today(), '00:00') })
      .andWhere(`posting.kind = 'top_up_cash'`)
      .getCount()
  }
}

/** Whose drawer the caller stands at: the one that the first of their desk's roles is limited to, the street's where that has no limit. */
function deskOf(caller: Caller): string {
  const role = DESK_ROLES.find((one) => caller.roles.some((grant) => grant.role === one))
  const scopes = role === undefined ? 'everywhere' : scopesOf(caller, role)
  return scopes === 'everywhere' ? STREET : (scopes[0] ?? STREET)
}
