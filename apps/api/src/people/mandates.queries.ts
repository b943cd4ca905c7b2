import { Injectable } from '@nestjs/common'
import type { ActView, MandatePayer, MandateView } from '@wanli/contracts/mandates'
import type { Page, PageQuery } from '@wanli/contracts/page'
import { ageOn } from '@wanli/kernel/shanghai-time'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { keysetRows } from '../database/keyset.js'
import { readTogether } from '../database/together.js'

import { Act } from './act.entity.js'
import { FactsQueries } from './facts.queries.js'
import { Mandate } from './mandate.entity.js'
import { Person } from './person.entity.js'
import { toMandateView, toPersonBrief } from './person.view.js'

/** Ended mandates shown under the live ones; older ones are in the export. */
const SHOWN = 50

/** Reads of mandates and of what was done under them. */
@Injectable()
export class MandatesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: FactsQueries,
    private readonly clock: Clock,
  ) {}

  /** Both sides of a person's mandates, those that count first. */
  async of(
    personId: string,
    from: EntityManager = this.dataSource.manager,
  ): Promise<{ actsFor: MandateView[]; agents: MandateView[] }> {
    const newest = { order: { createdAt: 'DESC' as const }, take: SHOWN }
    const asAgent = await from.find(Mandate, { where: { agentId: personId }, ...newest })
    const asPrincipal = await from.find(Mandate, { where: { principalId: personId }, ...newest })
    return {
      actsFor: await this.views(from, asAgent, 'agent'),
      agents: await this.views(from, asPrincipal, 'principal'),
    }
  }

  /** One mandate as one of its sides sees it. Throws `mandates.not_found` (404) for anybody else. */
  async detail(personId: string, id: string, from: EntityManager = this.dataSource.manager): Promise<MandateView> {
    const mandate = await from.findOneBy(Mandate, { id })
    const side = mandate?.agentId === personId ? 'agent' : mandate?.principalId === personId ? 'principal' : null
    const [view] = mandate === null || side === null ? [] : await this.views(from, [mandate], side)
    if (view === undefined) throw new DomainError('mandates.not_found')
    return view
  }

  /** A page of what was done for a person and by them for others, newest first. */
  async acts(personId: string, query: PageQuery): Promise<Page<ActView>> {
    const { manager } = this.dataSource
    const mine = ['agent_id = ?', 'principal_id = ?'].map((where) => ({ where, parameters: [personId] }))
    const { rows, nextCursor } = await readTogether(this.dataSource, (from) => keysetRows(from, Act, mine, query))
    const ids = rows.flatMap((row) => [row.agentId, row.principalId, row.paidById])
    const people = new Map((await manager.findBy(Person, { id: In(ids) })).map((row) => [row.id, toPersonBrief(row)]))
    const brief = (id: string) => people.get(id) ?? { id, name: '', face: 'man' as const }
    return {
      items: rows.map((row) => ({
        id: row.id,
        scope: row.scope,
        what: row.what,
        agent: brief(row.agentId),
        principal: brief(row.principalId),
        paidBy: brief(row.paidById),
        amountFen: row.amountFen,
        undone: row.undoneAt !== null,
        orderId: row.orderId,
        createdAt: row.createdAt.toISOString(),
      })),
      nextCursor,
    }
  }

  private async views(from: EntityManager, mandates: Mandate[], side: MandatePayer): Promise<MandateView[]> {
    if (mandates.length === 0) return []
    const today = this.clock.today()
    const others = mandates.map((mandate) => (side === 'agent' ? mandate.principalId : mandate.agentId))
    const people = new Map((await from.findBy(Person, { id: In(others) })).map((row) => [row.id, row]))
    const birthDays = await this.facts.birthDays(
      mandates.map((mandate) => mandate.principalId),
      today,
      from,
    )
    const views = mandates.flatMap((mandate) => {
      const person = people.get(side === 'agent' ? mandate.principalId : mandate.agentId)
      const birthDay = birthDays.get(mandate.principalId)
      const age = birthDay === undefined ? null : ageOn(birthDay, today)
      return person === undefined ? [] : [toMandateView(mandate, person, { side, age, today })]
    })
    const weight = ({ status }: MandateView): number => (status === 'offered' ? 0 : status === 'live' ? 1 : 2)
    return views.sort((a, b) => weight(a) - weight(b))
  }
}
