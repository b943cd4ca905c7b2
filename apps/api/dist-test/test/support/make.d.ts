import type { FactKind, MandateScope } from '@wanli/contracts/people'
import { Canteen } from '../../src/canteen/canteen.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { Person } from '../../src/people/person.entity.js'
import type { TestApp } from './app.js'
/** Rows with sane defaults, inserted directly: no service, no event. */
export declare class Make {
  private readonly app
  private count
  private readonly transactions
  constructor(app: TestApp)
  /** A person with a wallet. `age` is verified with residence and hukou. */
  person(given?: {
    name?: string
    birthDay?: string
    facts?: Partial<Record<FactKind, string>>
    balanceFen?: number
  }): Promise<Person>
  /** A resident of Putuo with Shanghai hukou, born so that they are `age` on 2026-11-23. */
  elder(
    age: number,
    more?: {
      name?: string
      balanceFen?: number
    },
  ): Promise<Person>
  /** The accounts that belong to nobody in particular. */
  street(): Promise<void>
  /** A mandate of `agent` to act for `principal`. */
  mandate(
    agentId: string,
    principalId: string,
    given?: {
      scopes?: MandateScope[]
      validUntil?: string
      revokedAt?: Date
    },
  ): Promise<void>
  /** A canteen with its revenue account. */
  canteen(name?: string): Promise<Canteen>
  /** Lunch of 2026-11-23: freeze 10:30, cut-off 11:30, served 11:00–13:00. */
  lunch(canteenId: string, given?: Partial<Sitting>): Promise<Sitting>
  /** A dish in a sitting. */
  offer(
    sitting: Sitting,
    given?: {
      name?: string
      listFen?: number
      halfFen?: number | null
      portions?: number
    },
  ): Promise<Offer>
  /** A pick-up slot of ten minutes. */
  slot(
    sitting: Sitting,
    given?: {
      from?: string
      capacity?: number
    },
  ): Promise<Slot>
}
