import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { Person } from './person.entity.js'
import { RoleGrantRow } from './role-grant.entity.js'

/** Makes the account of somebody new: a resident with an empty wallet. */
@Injectable()
export class WelcomeService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** Adds the person, their role and their pocket. */
  async add(tx: EntityManager, person: Pick<Person, 'id' | 'name' | 'face' | 'estate'>): Promise<void> {
    const createdAt = this.clock.now()
    await tx.insert(Person, { ...person, elderMode: false, createdAt, deletionAt: null, erasedAt: null })
    const resident = { personId: person.id, role: 'resident' as const, scopeId: '', scopeName: null }
    await tx.insert(RoleGrantRow, { ...resident, grantedAt: createdAt })
    await this.ledger.openPocket(tx, person.id)
  }

  /** A person who is nobody in particular: no wallet, no role, no way to sign in. Answers the id. */
  async addNobody(tx: EntityManager, name: string): Promise<string> {
    const id = newId()
    const plain = { face: 'man' as const, estate: null, elderMode: false, deletionAt: null, erasedAt: null }
    await tx.insert(Person, { id, name, ...plain, createdAt: this.clock.now() })
    return id
  }
}
