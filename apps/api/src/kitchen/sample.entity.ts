import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** 留样: a box of a dish of a meal, kept cold until `keepUntil`. */
@Entity('kitchen_sample')
@Index('uq_kitchen_sample_sitting_live_dish', ['sittingId', 'liveDishId'], { unique: true })
@Index('ix_kitchen_sample_canteen_discarded', ['canteenId', 'discardedAt'])
@Check('ck_kitchen_sample_grams', 'grams >= 125')
@Check(
  'ck_kitchen_sample_discarded',
  '(discarded_at IS NULL) = (discarded_by_id IS NULL) AND (discarded_at IS NULL OR discarded_at >= keep_until)',
)
@Check(
  'ck_kitchen_sample_live_dish',
  '(live_dish_id IS NULL) = (voided_at IS NOT NULL) AND (live_dish_id IS NULL OR live_dish_id = dish_id)',
)
@Check(
  'ck_kitchen_sample_voided',
  '(voided_at IS NULL) = (voided_by_id IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL OR discarded_at IS NULL)',
)
export class Sample {
  @IdColumn() id: string
  @References('Canteen', 'fk_kitchen_sample_canteen_id')
  @RefColumn()
  canteenId: string
  @References('Sitting', 'fk_kitchen_sample_sitting_id')
  @RefColumn()
  sittingId: string
  @References('Dish', 'fk_kitchen_sample_dish_id')
  @RefColumn()
  dishId: string
  @TextColumn(40) dishName: string
  @TextColumn(40) picture: string
  @IntegerColumn() grams: number
  @TextColumn(20) place: string
  @RefColumn({ nullable: true }) photoId: string | null
  @InstantColumn() takenAt: Date
  @References('Person', 'fk_kitchen_sample_taken_by_id')
  @RefColumn()
  takenById: string
  @InstantColumn() keepUntil: Date
  @InstantColumn({ nullable: true }) discardedAt: Date | null
  @References('Person', 'fk_kitchen_sample_discarded_by_id')
  @RefColumn({ nullable: true })
  discardedById: string | null
  /** The dish while the record stands for it; null once it is void. */
  @RefColumn({ nullable: true }) liveDishId: string | null
  @InstantColumn({ nullable: true }) voidedAt: Date | null
  @References('Person', 'fk_kitchen_sample_voided_by_id')
  @RefColumn({ nullable: true })
  voidedById: string | null
  @TextColumn(60, { nullable: true }) voidReason: string | null
}
