import type { DishKind, Meal, Nutrition } from '@wanli/contracts/canteen'
import { Check, Entity, Index } from 'typeorm'

import {
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** Where in the kitchen a dish is made: 热菜, 蒸菜, 汤, 主食, 冷菜. */
export type Station = 'hot' | 'steam' | 'soup' | 'staple' | 'cold'

/**
 * A dish of a canteen's catalogue. Prices are list prices of one portion; `halfFen` is null when there is no 小份. `costFen` is what
 * one portion costs the canteen, 0 when nobody has said.
 */
@Entity('canteen_dish')
@Index('ix_canteen_dish_canteen_id', ['canteenId'])
@Check('ck_canteen_dish_station', `station IN ('hot', 'steam', 'soup', 'staple', 'cold')`)
@Check('ck_canteen_dish_cost_fen', 'cost_fen >= 0')
@Check('ck_canteen_dish_list_fen', 'list_fen > 0')
@Check('ck_canteen_dish_changed', 'revision >= 1 AND (changed_at IS NULL) = (changed_by_id IS NULL)')
@Check('ck_canteen_dish_half_fen', 'half_fen IS NULL OR (half_fen > 0 AND half_fen < list_fen)')
export class Dish {
  @IdColumn() id: string
  @References('Canteen', 'fk_canteen_dish_canteen_id')
  @RefColumn()
  canteenId: string
  @TextColumn(40) name: string
  @TextColumn(10) kind: DishKind
  @TextColumn(40) picture: string
  @JsonColumn() meals: Meal[]
  @IntegerColumn() listFen: number
  @IntegerColumn({ nullable: true }) halfFen: number | null
  @JsonColumn() ingredients: string[]
  @JsonColumn() allergens: string[]
  @JsonColumn() nutrition: Nutrition
  @FlagColumn() soft: boolean
  @FlagColumn() lowSalt: boolean
  @JsonColumn() tags: string[]
  @TextColumn(10, { default: 'hot' }) station: Station
  @IntegerColumn({ default: 0 }) costFen: number
  /** Since when it is put on no new menu; it stays in what was. */
  @InstantColumn({ nullable: true }) retiredAt: Date | null
  /** Whoever changes the dish names the revision they saw, and moves it on. */
  @IntegerColumn({ default: 1 }) revision: number
  /** Who changed it last and when; null while it is as it was first written. */
  @References('Person', 'fk_canteen_dish_changed_by_id')
  @RefColumn({ nullable: true })
  changedById: string | null
  @InstantColumn({ nullable: true }) changedAt: Date | null
}
