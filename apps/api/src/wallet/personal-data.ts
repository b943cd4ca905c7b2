import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In, MoreThan, type EntityManager } from 'typeorm'

import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { Account } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { Payment } from './payment.entity.js'
import { Payout } from './payout.entity.js'
import { Posting } from './posting.entity.js'
import { Refund } from './refund.entity.js'

const OPEN_REFUNDS = In(['waiting', 'processing'])
const POCKETS = In(['person_own', 'person_gift'])

/** What the wallet keeps of a person: the books stay, and no longer lead to their WeChat. */
@Injectable()
export class WalletData implements PersonalData, OnModuleInit {
  readonly section = 'wallet'
  readonly tables = [
    'wallet_account',
    'wallet_posting',
    'wallet_entry',
    'wallet_paid_part',
    'wallet_payment',
    'wallet_payout',
    'wallet_refund',
  ]

  constructor(private readonly registry: PersonalDataService) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const accounts = await from.findBy(Account, { kind: POCKETS, ownerId: personId })
    const accountId = In(accounts.map(({ id }) => id))
    const entries = await from.find(Entry, { where: { accountId }, order: { createdAt: 'ASC', id: 'ASC' } })
    const postings = await from.findBy(Posting, { id: In(entries.map(({ postingId }) => postingId)) })
    const memos = new Map(postings.map(({ id, memo }) => [id, memo]))
    const payments = await from.findBy(Payment, { personId })
    const payouts = await from.findBy(Payout, { personId })
    return {
      pockets: accounts.map(({ kind, balanceFen }) => ({ kind, balanceFen })),
      entries: entries.map(({ postingId, amountFen, balanceAfterFen, createdAt }) => ({
        what: memos.get(postingId),
        amountFen,
        balanceAfterFen,
        createdAt,
      })),
      payments: payments.map(({ outTradeNo, description, amountFen, refundedFen, status, createdAt }) => ({
        outTradeNo,
        description,
        amountFen,
        refundedFen,
        status,
        createdAt,
      })),
      payouts: payouts.map(({ amountFen, cashFen, createdAt }) => ({ amountFen, cashFen, createdAt })),
    }
  }

  /** Money left, or on its way: in, back through WeChat, or waiting at a desk. */
  async hindrance(
    personId: string,
    from: EntityManager,
  ): Promise<'privacy.balance_left' | 'privacy.money_moving' | null> {
    const left = { kind: POCKETS, ownerId: personId, balanceFen: MoreThan(0) }
    if (await from.existsBy(Account, left)) return 'privacy.balance_left'
    const moving =
      (await from.existsBy(Payment, { personId, status: 'pending' })) ||
      (await from.existsBy(Payout, { personId, cashStatus: 'pending' })) ||
      (await this.comesBack(personId, from))
    return moving ? 'privacy.money_moving' : null
  }

  async erase(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Payment, { personId }, { openid: '' })
  }

  /** What WeChat cannot return goes into the wallet: until it has decided there has to be somebody whose wallet it is. */
  private comesBack(personId: string, from: EntityManager): Promise<boolean> {
    return from
      .createQueryBuilder(Refund, 'refund')
      .innerJoin(Payment, 'payment', 'payment.id = refund.paymentId')
      .where('payment.personId = :personId', { personId })
      .andWhere({ status: OPEN_REFUNDS })
      .getExists()
  }
}
