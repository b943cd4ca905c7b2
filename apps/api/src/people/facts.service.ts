import { Injectable } from '@nestjs/common'
import type { FactKind } from '@wanli/contracts/people'
import { SENSITIVE_FACTS } from '@wanli/kernel/sensitive-facts'
import { ageOn } from '@wanli/kernel/shanghai-time'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { asLostRace } from '../database/constraint-errors.js'

import { Declaration } from './declaration.entity.js'
import { Fact } from './fact.entity.js'
import { countsOn } from './fact.rules.js'

/** From this age on somebody agrees for themself (PIPL art. 31). */
const AGREES_FROM = 14

/** Writes of what is known about people. Of two that write the first word about the same at once, one writes after the other. */
@Injectable()
export class FactsService {
  constructor(private readonly clock: Clock) {}

  /** Writes down what a person says of themself. */
  async declare(tx: EntityManager, personId: string, kind: FactKind, value: string): Promise<void> {
    await tx.delete(Declaration, { personId, kind })
    await tx.insert(Declaration, { personId, kind, value, createdAt: this.clock.now() }).catch(asLostRace)
  }

  /** Writes down what a clerk has seen evidence of, in place of what was known before. */
  async verify(tx: EntityManager, fact: Omit<Fact, 'verifiedAt'>): Promise<void> {
    const { personId, kind } = fact
    await tx.delete(Fact, { personId, kind })
    await tx.delete(Declaration, { personId, kind })
    await tx.insert(Fact, { ...fact, verifiedAt: this.clock.now() }).catch(asLostRace)
  }

  /**
   * Makes sure that a person may agree alone to what is kept of them: a parent or guardian does for who is known to be younger than
   * fourteen (PIPL art. 31). Throws `privacy.under_fourteen` (403).
   */
  async assertMayAgree(from: EntityManager, personId: string): Promise<void> {
    const today = this.clock.today()
    const birthDay = await from.findOneBy(Fact, { personId, kind: 'birth_day' })
    if (birthDay !== null && countsOn(birthDay, today) && ageOn(birthDay.value, today) < AGREES_FROM)
      throw new DomainError('privacy.under_fourteen')
  }

  /** Forgets what needs a separate consent to be kept ({@link SENSITIVE_FACTS}), verified or said. */
  async forgetSensitive(tx: EntityManager, personId: string): Promise<void> {
    const kind = In<FactKind>(SENSITIVE_FACTS)
    await tx.delete(Fact, { personId, kind })
    await tx.delete(Declaration, { personId, kind })
  }
}
