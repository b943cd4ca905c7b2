import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { SealingService } from '../privacy/sealing.service.js'

import { Contact, type ContactKind } from './contact.entity.js'

/** Reads of phones and ID numbers that open nothing. */
@Injectable()
export class ContactsQueries {
  constructor(private readonly sealing: SealingService) {}

  /** Whose phone or ID number this is; null when nobody's. */
  async ownerOf(from: EntityManager, kind: ContactKind, text: string): Promise<string | null> {
    return (await from.findOneBy(Contact, { kind, blind: this.sealing.blind(kind, text) }))?.personId ?? null
  }

  /** People whose phone ends in these four digits. */
  async withPhoneTail(from: EntityManager, tail: string): Promise<string[]> {
    const rows = await from.findBy(Contact, { kind: 'phone', tailBlind: this.sealing.blind('phone tail', tail) })
    return rows.map((row) => row.personId)
  }

  /** What may be shown of a person's contacts. */
  async masked(from: EntityManager, personId: string): Promise<Partial<Record<ContactKind, string>>> {
    const rows = await from.findBy(Contact, { personId })
    return Object.fromEntries(rows.map((row) => [row.kind, row.masked]))
  }
}
