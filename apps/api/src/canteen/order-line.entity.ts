import type { Portion } from '@wanli/contracts/canteen'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** One dish of an order with the money allocated to it at the sale; a refund only reads it. */
@Entity('canteen_order_line')
@Index('ix_canteen_order_line_order_id', ['orderId', 'position'])
@Check('ck_canteen_order_line_portion_size', `portion_size IN ('whole', 'half')`)
@Check('ck_canteen_order_line_quantity', 'quantity > 0')
@Check(
  'ck_canteen_order_line_money',
  'list_fen = unit_fen * quantity AND list_fen = discount_fen + subsidy_fen + pay_fen',
)
export class OrderLine {
  @IdColumn() id: string
  @References('Order', 'fk_canteen_order_line_order_id')
  @RefColumn()
  orderId: string
  @IntegerColumn() position: number
  @References('Offer', 'fk_canteen_order_line_offer_id')
  @RefColumn()
  offerId: string
  @References('Dish', 'fk_canteen_order_line_dish_id')
  @RefColumn()
  dishId: string
  @TextColumn(40) dishName: string
  @TextColumn(40) picture: string
  /** Named so because `portion` is a reserved word of MariaDB. */
  @TextColumn(5, { name: 'portion_size' }) portion: Portion
  @IntegerColumn() quantity: number
  @IntegerColumn() unitFen: number
  @IntegerColumn() listFen: number
  @IntegerColumn() discountFen: number
  @IntegerColumn() subsidyFen: number
  @IntegerColumn() payFen: number
  @InstantColumn({ nullable: true }) refundedAt: Date | null
}
