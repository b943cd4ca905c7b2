import { Injectable } from '@nestjs/common'
import type { ConsentDocument, ConsentView } from '@wanli/contracts/privacy'
import { DataSource, IsNull, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { asLostRace } from '../database/constraint-errors.js'
import { selectRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { Consent } from './consent.entity.js'
import { currentVersion } from './documents.js'

/** What is undone when a person takes a consent back, in the same transaction. */
export type OnWithdrawal = (tx: EntityManager, personId: string) => Promise<void>

/** Throws when a person may not agree alone. */
export type AssertMayAgree = (tx: EntityManager, personId: string) => Promise<void>

/** Consents: given, withdrawn, with the version that was read (PIPL arts. 14 and 15). */
@Injectable()
export class ConsentsService {
  private readonly onWithdrawal = new Map<ConsentDocument, OnWithdrawal>()
  private assertMayAgree: AssertMayAgree = () => Promise.resolve()

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Says what else happens when a document's consent is withdrawn; called once while a module starts. */
  whenWithdrawn(document: ConsentDocument, undo: OnWithdrawal): void {
    this.onWithdrawal.set(document, undo)
  }

  /** Says who is asked before somebody agrees in the app; called once while a module starts. */
  askBefore(assertMayAgree: AssertMayAgree): void {
    this.assertMayAgree = assertMayAgree
  }

  /** What a person said, newest first. */
  async of(personId: string): Promise<ConsentView[]> {
    const rows = await this.dataSource.manager.find(Consent, { where: { personId }, order: { givenAt: 'DESC' } })
    return rows.map((row) => ({
      document: row.document,
      version: row.version,
      current: row.version === currentVersion(row.document),
      givenAt: row.givenAt.toISOString(),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      channel: row.channel,
    }))
  }

  /** Whether a person's yes to the current version stands at this moment. */
  stands(from: EntityManager, personId: string, document: ConsentDocument): Promise<boolean> {
    return from.existsBy(Consent, { personId, document, version: currentVersion(document), withdrawnAt: IsNull() })
  }

  /** The same for whoever writes what the yes allows: it is not taken back until the transaction ends. */
  async hold(tx: EntityManager, personId: string, document: ConsentDocument): Promise<boolean> {
    // By the index that taking it back goes by, too, so that of the two one waits for the other.
    const [standing] = await selectRows(tx, Consent, {
      where: 'person_id = ? AND document = ? AND version = ? AND withdrawn_at IS NULL',
      parameters: [personId, document, currentVersion(document)],
      lockBy: 'ix_privacy_consent_person_id',
    })
    return standing !== undefined
  }

  /**
   * A person agrees in the app. Throws `privacy.version_outdated` (409) when they read another version than the current, and what
   * {@link askBefore} says: `privacy.under_fourteen` (403).
   */
  async give(personId: string, document: ConsentDocument, version: string): Promise<ConsentView[]> {
    if (version !== currentVersion(document)) throw new DomainError('privacy.version_outdated')
    await this.transactions.run(async (tx) => {
      await this.assertMayAgree(tx, personId)
      if (!(await this.stands(tx, personId, document))) await this.add(tx, personId, document, null)
    })
    return this.of(personId)
  }

  /** A signed paper says that the person, whose yes does not stand, agrees to the current version. */
  async giveOnPaper(
    tx: EntityManager,
    personId: string,
    document: ConsentDocument,
    paperNumber: string,
  ): Promise<void> {
    await this.add(tx, personId, document, paperNumber)
  }

  /** A person takes their yes back, and what it allowed is undone. Nothing happens when there was none. */
  async withdraw(personId: string, document: ConsentDocument): Promise<ConsentView[]> {
    await this.transactions.run(async (tx) => {
      const standing = { personId, document, withdrawnAt: IsNull() }
      await tx.update(Consent, standing, { withdrawnAt: this.clock.now(), standingPersonId: null })
      await this.onWithdrawal.get(document)?.(tx, personId)
    })
    return this.of(personId)
  }

  private async add(
    tx: EntityManager,
    personId: string,
    document: ConsentDocument,
    paperNumber: string | null,
  ): Promise<void> {
    const consent: Consent = {
      id: newId(),
      personId,
      document,
      version: currentVersion(document),
      channel: paperNumber === null ? 'app' : 'paper',
      paperNumber,
      givenAt: this.clock.now(),
      withdrawnAt: null,
      standingPersonId: personId,
    }
    // Somebody was a moment quicker: all of it is done again, and finds the yes that stands.
    await tx.insert(Consent, consent).catch(asLostRace)
  }
}
