import type { Role } from '@wanli/contracts/people'
import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, KeyColumn, References, TextColumn } from '../database/entity-columns.js'

/** A role of a person. `scopeId` is the canteen, house or enterprise it is limited to, or '' for everywhere. */
@Entity('people_role')
@Index('ix_people_role_role_scope', ['role', 'scopeId'])
@Check(
  'ck_people_role_role',
  `role IN ('resident', 'worker', 'volunteer', 'canteen_staff', 'courier', 'dorm_manager', 'dispatcher', 'employer', 'organiser', 'officer', 'admin', 'clerk')`,
)
export class RoleGrantRow {
  @References('Person', 'fk_people_role_person_id')
  @IdColumn()
  personId: string
  @KeyColumn(20) role: Role
  @KeyColumn(36) scopeId: string
  @TextColumn(80, { nullable: true }) scopeName: string | null
  @InstantColumn() grantedAt: Date
}
