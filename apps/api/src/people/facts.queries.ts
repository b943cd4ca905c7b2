import { Injectable } from '@nestjs/common'
import type { FactKind, FactView } from '@wanli/contracts/people'
import { In, type EntityManager, DataSource } from 'typeorm'

import { Clock } from '../common/clock.js'
import { rowsIn } from '../database/rows.js'

import { Declaration } from './declaration.entity.js'
import { countsOn, factStatus } from './fact.rules.js'
import { Fact } from './fact.entity.js'

/** What is verified about people, what they only say, and on which days it counts. */
@Injectable()
export class FactsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Verified facts of a person that count on a Shanghai day, by kind. */
  async on(
    personId: string,
    day: string,
    from: EntityManager = this.dataSource.manager,
  ): Promise<Partial<Record<FactKind, string>>> {
    const facts = await from.findBy(Fact, { personId })
    return Object.fromEntries(facts.filter((fact) => countsOn(fact, day)).map((fact) => [fact.kind, fact.value]))
  }

  /** Verified facts of many people, to be asked for by person and day. */
  async of(
    ids: string[],
    from: EntityManager,
  ): Promise<(personId: string, day: string) => Partial<Record<FactKind, string>>> {
    const byPerson = new Map<string, Fact[]>()
    for (const fact of await rowsIn(from, Fact, 'person_id', ids))
      byPerson.set(fact.personId, [...(byPerson.get(fact.personId) ?? []), fact])
    return (personId, day) =>
      Object.fromEntries(
        (byPerson.get(personId) ?? []).filter((fact) => countsOn(fact, day)).map((fact) => [fact.kind, fact.value]),
      )
  }

  /** Verified birth days by person id, for those whose birth day counts on a day. */
  async birthDays(
    ids: string[],
    day: string,
    from: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, string>> {
    const facts = await from.findBy(Fact, { personId: In([...new Set(ids)]), kind: 'birth_day' })
    return new Map(facts.filter((fact) => countsOn(fact, day)).map((fact) => [fact.personId, fact.value]))
  }

  /** All a person's facts, verified and declared; a declaration is hidden once its kind is verified. */
  async views(personId: string, from: EntityManager = this.dataSource.manager): Promise<FactView[]> {
    const today = this.clock.today()
    const facts = await from.findBy(Fact, { personId })
    const declarations = await from.findBy(Declaration, { personId })
    const said = declarations.filter(({ kind }) => !facts.some((fact) => fact.kind === kind))
    return [
      ...facts.map((fact) => ({
        kind: fact.kind,
        value: fact.value,
        status: factStatus(fact, today),
        evidence: fact.evidence,
        verifiedAt: fact.verifiedAt.toISOString(),
        verifiedBy: fact.verifiedBy,
        validUntil: fact.validUntil,
      })),
      ...said.map(({ kind, value }) => ({
        kind,
        value,
        status: 'declared' as const,
        evidence: null,
        verifiedAt: null,
        verifiedBy: null,
        validUntil: null,
      })),
    ]
  }
}
