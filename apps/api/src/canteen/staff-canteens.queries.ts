import { Injectable } from '@nestjs/common'
import { DataSource, In, type EntityManager, type FindOperator } from 'typeorm'

import { scopesOf, type Caller } from '../common/auth/caller.js'
import { DomainError } from '../common/domain-error.js'

import { Canteen } from './canteen.entity.js'

/** A role that is limited to canteens. */
type CanteenRole = 'canteen_staff' | 'courier'

/** Whether the caller works for a canteen: behind its counter and stove, or on its rounds. */
export function worksAt(caller: Caller, canteenId: string, role: CanteenRole = 'canteen_staff'): boolean {
  const scopes = scopesOf(caller, role)
  return scopes === 'everywhere' || scopes.includes(canteenId)
}

/** The condition that keeps a query to rows of the caller's canteens; none for a caller who works for all of them. */
export function ownCanteens(caller: Caller, role: CanteenRole = 'canteen_staff'): { canteenId?: FindOperator<string> } {
  const scopes = scopesOf(caller, role)
  return scopes === 'everywhere' ? {} : { canteenId: In(scopes) }
}

/** Which canteen a member of staff works for. */
@Injectable()
export class StaffCanteensQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The canteen of this id, or the first by name that the caller works for. Throws `canteen.not_found` (404) when it is not there, or
   * not theirs.
   */
  async of(caller: Caller, id?: string, from: EntityManager = this.dataSource.manager): Promise<Canteen> {
    if (id !== undefined && !worksAt(caller, id)) throw new DomainError('canteen.not_found')
    const { canteenId } = ownCanteens(caller)
    const where = id !== undefined ? { id } : canteenId !== undefined ? { id: canteenId } : {}
    const [canteen] = await from.find(Canteen, { where, order: { name: 'ASC', id: 'ASC' }, take: 1 })
    if (canteen === undefined) throw new DomainError('canteen.not_found')
    return canteen
  }
}
