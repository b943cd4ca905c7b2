import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** A person's dine-in subsidy of one day, used by one order. A refund deletes the row and so gives the right back. */
@Entity('canteen_subsidy_use')
@Index('uq_canteen_subsidy_use_person_day_scheme', ['personId', 'day', 'scheme'], { unique: true })
@Index('ix_canteen_subsidy_use_order_id', ['orderId'])
@Check('ck_canteen_subsidy_use_amount', 'amount_fen > 0')
export class SubsidyUse {
  @IdColumn() id: string
  @References('Person', 'fk_canteen_subsidy_use_person_id')
  @RefColumn()
  personId: string
  @DayColumn() day: string
  @TextColumn(30) scheme: string
  @References('Order', 'fk_canteen_subsidy_use_order_id')
  @RefColumn()
  orderId: string
  @IntegerColumn() amountFen: number
  @InstantColumn() createdAt: Date
}
