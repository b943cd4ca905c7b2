import { Check, Entity, Index } from 'typeorm'

import { IdColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/** A dish in one sitting. Stock counts half portions, so that a 小份 takes one and a whole portion two. */
@Entity('canteen_offer')
@Index('uq_canteen_offer_sitting_dish', ['sittingId', 'dishId'], { unique: true })
@Check('ck_canteen_offer_sold', 'sold_halves BETWEEN 0 AND capacity_halves')
@Check('ck_canteen_offer_list_fen', 'list_fen > 0')
export class Offer {
  @IdColumn() id: string
  @References('Sitting', 'fk_canteen_offer_sitting_id')
  @RefColumn()
  sittingId: string
  @References('Dish', 'fk_canteen_offer_dish_id')
  @RefColumn()
  dishId: string
  @IntegerColumn() position: number
  @IntegerColumn() listFen: number
  @IntegerColumn({ nullable: true }) halfFen: number | null
  @IntegerColumn() capacityHalves: number
  @IntegerColumn() soldHalves: number
}
