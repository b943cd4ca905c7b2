import { Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** Where a person's meals are brought. All but the estate is sealed: door, note, who may take it in, whom to call. */
@Entity('delivery_address')
@Index('ix_delivery_address_person_retired', ['personId', 'retiredAt'])
@Index('ix_delivery_address_key_id', ['keyId'])
export class Address {
  @IdColumn() id: string
  @References('Person', 'fk_delivery_address_person_id')
  @RefColumn()
  personId: string
  @References('Estate', 'fk_delivery_address_estate_id')
  @RefColumn()
  estateId: string
  @TextColumn(40) keyId: string
  @LongTextColumn() sealed: string
  /** Since when it is offered no more; orders of before still say where they went. */
  @InstantColumn({ nullable: true }) retiredAt: Date | null
  @InstantColumn() createdAt: Date
}
