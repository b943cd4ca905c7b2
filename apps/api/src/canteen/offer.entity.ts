import { Check, Entity, Index } from 'typeorm'

import { IdColumn, InstantColumn, IntegerColumn, RefColumn, References } from '../database/entity-columns.js'

/**
 * A dish in one sitting. Stock counts half portions, so that a 小份 takes one and a whole portion two. `keptHalves` are put aside for
 * elders and deliveries (see `pool.rules.ts`); `soldKeptHalves` is what those have taken of all that is sold.
 */
@Entity('canteen_offer')
@Index('uq_canteen_offer_sitting_dish', ['sittingId', 'dishId'], { unique: true })
@Check('ck_canteen_offer_sold', 'sold_halves BETWEEN 0 AND capacity_halves')
@Check('ck_canteen_offer_kept', 'kept_halves BETWEEN 0 AND capacity_halves')
@Check('ck_canteen_offer_sold_kept', 'sold_kept_halves BETWEEN 0 AND sold_halves')
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
  @IntegerColumn({ default: 0 }) keptHalves: number
  @IntegerColumn({ default: 0 }) soldKeptHalves: number
  /** Since when the canteen does not make it after all: nobody sees it, and its capacity is what is sold. */
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null
}
