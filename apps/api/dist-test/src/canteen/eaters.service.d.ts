import type { PriceBasis } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { DataSource, type EntityManager } from 'typeorm'
import { PeopleService } from '../people/people.service.js'
import { type EaterFacts } from './price.rules.js'
/** Somebody who is to eat: who they are and what of them a price may look at. */
export interface Eater {
  brief: PersonBrief
  facts: EaterFacts
}
/** Who eats, when somebody orders: oneself, or a person one holds a mandate for. */
export declare class EatersService {
  private readonly people
  private readonly dataSource
  constructor(people: PeopleService, dataSource: DataSource)
  /** The eater of a request. Throws `people.no_mandate` (403) when the caller may not order meals for them. */
  eaterFor(callerId: string, forPersonId: string | undefined, from?: EntityManager): Promise<Eater>
}
/** Whose price is shown on a day, and why. */
export declare function basisOf(eater: Eater, day: string): PriceBasis
