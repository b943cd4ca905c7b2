import { Injectable } from '@nestjs/common'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { scopesOf, type Caller } from '../common/auth/caller.js'
import { DomainError } from '../common/domain-error.js'

/** Which canteen a member of staff works for. */
@Injectable()
export class StaffCanteensQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The canteen of this id, or the first by name that the caller works for. Throws `canteen.not_found` (404) when it is not there, or
   * not theirs.
   */
  async of(caller: Caller, id?: string, from: EntityManager = this.dataSource.manager): Promise<Canteen> {
    const scopes = scopesOf(caller, 'canteen_staff')
    const allowed = scopes === 'everywhere' || (id !== undefined && scopes.includes(id))
    if (id !== undefined && !allowed) throw new DomainError('canteen.not_found')
    const where = id !== undefined ? { id } : scopes === 'everywhere' ? {} : { id: In(scopes) }
    const [canteen] = await from.find(Canteen, { where, order: { name: 'ASC', id: 'ASC' }, take: 1 })
    if (canteen === undefined) throw new DomainError('canteen.not_found')
    return canteen
  }

  /** Whether the caller works for a canteen. */
  worksFor(caller: Caller, canteenId: string): boolean {
    const scopes = scopesOf(caller, 'canteen_staff')
    return scopes === 'everywhere' || scopes.includes(canteenId)
  }
}
