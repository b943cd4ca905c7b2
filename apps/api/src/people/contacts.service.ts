/*
 * What must never happen: a phone or ID number readable in the database, or belonging to two people. `seal` stands before every
 * insert here, and `uq_people_contact_blind` refuses the second owner.
 */
import { Injectable } from '@nestjs/common'
import { DataSource, In, LessThan, MoreThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { SealingService } from '../privacy/sealing.service.js'

import { Contact, type ContactKind } from './contact.entity.js'
import { maskIdNumber, maskPhone } from './mask.rules.js'

const TAIL = 4
/** Rows re-sealed in one transaction when the key has changed. */
const BATCH = 50

const MASKS = { phone: maskPhone, id_number: maskIdNumber } as const satisfies Record<
  ContactKind,
  (text: string) => string
>

/** Phones and ID numbers: sealed, found again, shown masked, opened with a reason. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sealing: SealingService,
    private readonly clock: Clock,
  ) {}

  /** Keeps a person's phone or ID number in place of the one before. Fails on `uq_people_contact_blind` when it is another's. */
  async keep(tx: EntityManager, personId: string, kind: ContactKind, text: string): Promise<void> {
    const blind = this.sealing.blind(kind, text)
    const row: Contact = {
      personId,
      kind,
      ...this.sealing.seal(placeOf(personId, kind), text),
      blind,
      tailBlind: this.sealing.blind(`${kind} tail`, text.slice(-TAIL)),
      masked: MASKS[kind](text),
      createdAt: this.clock.now(),
    }
    await tx.delete(Contact, { personId, kind })
    try {
      await tx.insert(Contact, row)
    } catch (error) {
      if (!isDuplicateKey(error) || (await tx.existsBy(Contact, { kind, blind, personId: Not(personId) }))) throw error
      // It is nobody else's: the same person wrote theirs twice at once.
      throw new LostRaceError()
    }
  }

  /** Forgets a person's phone or ID number. */
  async forget(tx: EntityManager, personId: string, kind: ContactKind): Promise<void> {
    await tx.delete(Contact, { personId, kind })
  }

  /** A phone or ID number in full; null when there is none. Whoever calls this records who looked, and why. */
  async reveal(from: EntityManager, personId: string, kind: ContactKind): Promise<string | null> {
    const row = await from.findOneBy(Contact, { personId, kind })
    return row === null ? null : this.sealing.open(placeOf(personId, kind), row)
  }

  /** The same for many people at once; those who have none are missing. */
  async revealAll(from: EntityManager, personIds: readonly string[], kind: ContactKind): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map()
    const rows = await from.findBy(Contact, { personId: In([...new Set(personIds)]), kind })
    return new Map(rows.map((row) => [row.personId, this.sealing.open(placeOf(row.personId, kind), row)]))
  }

  /**
   * Seals what an older key sealed with the current one, a few rows at a time, while everything goes on. A row that changes
   * meanwhile is left for the next round. Answers how many rows were sealed again.
   */
  async reseal(): Promise<number> {
    const { currentKeyId } = this.sealing
    let count = 0
    for (;;) {
      const rows = await this.dataSource.manager.find(Contact, {
        // Both by the index of keys; “not this one” would read every contact.
        where: [{ keyId: LessThan(currentKeyId) }, { keyId: MoreThan(currentKeyId) }],
        take: BATCH,
      })
      if (rows.length === 0) return count
      count += await this.transactions.run(async (tx) => {
        let done = 0
        for (const { personId, kind, keyId, sealed } of rows) {
          const place = placeOf(personId, kind)
          const fresh = this.sealing.seal(place, this.sealing.open(place, { keyId, sealed }))
          done += (await tx.update(Contact, { personId, kind, keyId, sealed }, fresh)).affected ?? 0
        }
        return done
      })
    }
  }
}

/** What a sealed value is bound to: moved to another row it cannot be opened. */
const placeOf = (personId: string, kind: ContactKind): string => `people_contact ${kind} ${personId}`
