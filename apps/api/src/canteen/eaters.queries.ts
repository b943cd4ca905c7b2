import { Injectable } from '@nestjs/common'
import type { PriceBasis } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { DataSource, type EntityManager } from 'typeorm'

import { MandateActsService, type Standing } from '../people/mandate-acts.service.js'
import { PeopleService, type KnownPerson } from '../people/people.service.js'

import { Diet } from './diet.entity.js'
import { ageRate, type EaterFacts } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'

/** Somebody who is to eat: who they are and what of them a price may look at. */
export interface Eater {
  brief: PersonBrief
  standing: Standing
  facts: EaterFacts
  /** Allergens that they do not eat. */
  avoid: string[]
}

/** Who eats, when somebody orders: oneself, or a person one holds a mandate for. */
@Injectable()
export class EatersQueries {
  constructor(
    private readonly people: PeopleService,
    private readonly mandates: MandateActsService,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * The eater of a request, with the facts that count on the day of the meal, and whose money pays. Throws `people.no_mandate` (403)
   * when the caller may not order meals for them.
   */
  async eaterFor(
    callerId: string,
    forPersonId: string | undefined,
    day: string,
    from: EntityManager = this.dataSource.manager,
  ): Promise<Eater> {
    const eaterId = forPersonId ?? callerId
    const mandates = await this.mandates.lookUp(from, [{ agentId: callerId, principalId: eaterId }])
    const standing = mandates.standing(callerId, eaterId, 'meals')
    const { brief, facts } = await this.people.known(eaterId, day, from)
    const avoid = (await from.findOneBy(Diet, { personId: eaterId }))?.avoid ?? []
    return { brief, standing, facts: eaterFacts(facts), avoid }
  }
}

/** What of a person's verified facts a price looks at. */
export function eaterFacts(facts: KnownPerson['facts']): EaterFacts {
  return {
    birthDay: facts.birth_day ?? null,
    resident: facts.residence !== undefined,
    shanghaiHukou: facts.hukou === '上海',
    onWelfare: facts.welfare_class === '低保',
  }
}

/** The price of a menu that is looked at before one signs in. */
export const GUEST_BASIS: PriceBasis = { eater: null, age: null, percent: 100, reason: '原价，登录后看你的价钱' }

/** Whose price is shown on a day, and why. */
export function basisOf({ brief, facts }: Pick<Eater, 'brief' | 'facts'>, day: string): PriceBasis {
  const { age, percent, reason } = ageRate(facts, day, PUTUO_2025_12)
  return { eater: brief, age, percent, reason }
}
