import type { ReviewTag } from '@wanli/contracts/reviews'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** What somebody said of one dish they had. One line of an order is rated once, by one of its people. */
@Entity('menus_review')
@Index('uq_menus_review_order_line_id', ['orderLineId'], { unique: true })
@Index('ix_menus_review_dish_id', ['dishId'])
@Index('ix_menus_review_canteen_day', ['canteenId', 'day'])
@Index('ix_menus_review_person_id', ['personId'])
@Check('ck_menus_review_stars', 'stars BETWEEN 1 AND 5')
export class Review {
  @IdColumn() id: string
  @References('OrderLine', 'fk_menus_review_order_line_id')
  @RefColumn()
  orderLineId: string
  @References('Order', 'fk_menus_review_order_id')
  @RefColumn()
  orderId: string
  @References('Dish', 'fk_menus_review_dish_id')
  @RefColumn()
  dishId: string
  @References('Canteen', 'fk_menus_review_canteen_id')
  @RefColumn()
  canteenId: string
  @References('Sitting', 'fk_menus_review_sitting_id')
  @RefColumn()
  sittingId: string
  @DayColumn() day: string
  @References('Person', 'fk_menus_review_person_id')
  @RefColumn()
  personId: string
  @IntegerColumn() stars: number
  @JsonColumn() tags: ReviewTag[]
  @TextColumn(400) text: string
  @InstantColumn() createdAt: Date
}
