import { Check, Entity, Index } from 'typeorm'

import { InstantColumn, KeyColumn, RefColumn, References } from '../database/entity-columns.js'

/** Where a person's sign-in comes from: an openid of WeChat, or a name of the demo. */
@Entity('people_identity')
@Check('ck_people_identity_provider', `provider IN ('wechat', 'demo', 'phone')`)
@Index('ix_people_identity_person_id', ['personId'])
export class Identity {
  @KeyColumn(10) provider: 'wechat' | 'demo' | 'phone'
  @KeyColumn(128) subject: string
  @References('Person', 'fk_people_identity_person_id')
  @RefColumn()
  personId: string
  @InstantColumn() createdAt: Date
}
