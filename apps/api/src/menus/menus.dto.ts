import type { CanteenQuery, DishKind, Meal, Nutrition } from '@wanli/contracts/canteen'
import type {
  CalendarQuery,
  ChangeDishRequest,
  ChangeMealPlanRequest,
  CloseMealRequest,
  DishRequest,
  DishStation,
  DraftWeekRequest,
  MealPlan,
  MenuDish,
  MenuMeal,
  PoolRelease,
  PublishWeekRequest,
  WeekStepRequest,
} from '@wanli/contracts/menus'
import { MENUS } from '@wanli/kernel/limits'
import { isBusinessDay, mondayOf } from '@wanli/kernel/shanghai-time'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { Optional, OrNull } from '../common/optional.js'
import { AreTexts, IsText } from '../common/text.dto.js'

import { MEALS } from './calendar.rules.js'
import { DISH_KINDS as KINDS } from './dish.rules.js'

const STATIONS: readonly DishStation[] = ['hot', 'steam', 'soup', 'staple', 'cold']
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
/** Fen: no dish of a canteen costs a thousand yuan. */
const MAX_FEN = 100_000
const MAX_PORTIONS = 2_000
const MAX_DISHES = 40
/** Orders of a week that lose a dish: within the bound of a body. */
const MAX_DROPPED = 5_000
/** Orders of one meal: more than any canteen cooks. */
const MOST_ORDERS = 100_000
/** Characters of an ingredient, an allergen, a tag. */
const WORD_LENGTH = 20

export class CanteenQueryDto implements CanteenQuery {
  @Optional() @IsUUID() canteenId?: string
}

export class CalendarQueryDto extends CanteenQueryDto implements CalendarQuery {
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/) month: string
}

export class MondayParams {
  @ValidateBy({
    name: 'isMonday',
    validator: { validate: (day: unknown) => typeof day === 'string' && isBusinessDay(day) && mondayOf(day) === day },
  })
  monday: string
}

export class MealParams {
  @IsIn(MEALS) meal: Meal
}

export class NutritionBody implements Nutrition {
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(5_000) kcal: number
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(500) proteinG: number
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(500) fatG: number
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(500) carbohydrateG: number
  @IsNumber({ maxDecimalPlaces: 1 }) @Min(0) @Max(20_000) sodiumMg: number
}

export class DishBody implements DishRequest {
  @IsText(1, 20) name: string
  @IsIn(KINDS) kind: DishKind
  @IsString() @Matches(/^[a-z0-9-]{1,40}$/) picture: string
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(3) @IsIn(MEALS, { each: true }) meals: Meal[]
  @AreTexts(30, WORD_LENGTH) ingredients: string[]
  @AreTexts(20, WORD_LENGTH) allergens: string[]
  @ValidateNested() @Type(() => NutritionBody) nutrition: NutritionBody
  @IsBoolean() soft: boolean
  @IsBoolean() lowSalt: boolean
  @AreTexts(6, WORD_LENGTH) tags: string[]
  @IsInt() @Min(1) @Max(MAX_FEN) listFen: number
  @OrNull() @IsInt() @Min(1) @Max(MAX_FEN) halfFen: number | null
  @IsInt() @Min(0) @Max(MAX_FEN) costFen: number
  @IsIn(STATIONS) station: DishStation
}

export class ChangeDishBody extends DishBody implements ChangeDishRequest {
  @IsInt() @Min(1) revision: number
}

export class PoolReleaseBody implements PoolRelease {
  @Matches(TIME) at: string
  @IsInt() @Min(0) @Max(99) keptPercent: number
}

export class MealPlanBody implements MealPlan {
  @IsInt() @Min(0) @Max(MENUS.opensDaysBefore) opensDaysBefore: number
  @Matches(TIME) opensAt: string
  @Matches(TIME) freezeAt: string
  @IsBoolean() freezeDayBefore: boolean
  @Matches(TIME) cutOffAt: string
  @Matches(TIME) servingFrom: string
  @Matches(TIME) servingTo: string
  @IsInt() @Min(5) @Max(60) slotMinutes: number
  @IsInt() @Min(1) @Max(1_000) slotCapacity: number
  @IsArray()
  @ArrayMaxSize(MENUS.releases)
  @ValidateNested({ each: true })
  @Type(() => PoolReleaseBody)
  releases: PoolReleaseBody[]
  @IsBoolean() servesWeekend: boolean
  @IsBoolean() servesHoliday: boolean
}

export class ChangeMealPlanBody extends MealPlanBody implements ChangeMealPlanRequest {
  @IsInt() @Min(0) revision: number
}

export class MenuDishBody implements MenuDish {
  @IsUUID() dishId: string
  @IsInt() @Min(1) @Max(MAX_PORTIONS) portions: number
  @IsInt() @Min(0) @Max(MAX_PORTIONS) keptPortions: number
  @IsInt() @Min(1) @Max(MAX_FEN) listFen: number
  @OrNull() @IsInt() @Min(1) @Max(MAX_FEN) halfFen: number | null
}

export class MenuMealBody implements MenuMeal {
  @IsBusinessDay() day: string
  @IsIn(MEALS) meal: Meal
  @IsArray()
  @ArrayMaxSize(MAX_DISHES)
  @ValidateNested({ each: true })
  @Type(() => MenuDishBody)
  dishes: MenuDishBody[]
}

export class WeekStepBody implements WeekStepRequest {
  @Optional() @IsUUID() canteenId?: string
  @IsInt() @Min(0) revision: number
}

export class DraftWeekBody extends WeekStepBody implements DraftWeekRequest {
  @IsArray() @ArrayMaxSize(21) @ValidateNested({ each: true }) @Type(() => MenuMealBody) meals: MenuMealBody[]
}

export class PublishWeekBody extends WeekStepBody implements PublishWeekRequest {
  @Optional() @IsArray() @ArrayMaxSize(MAX_DROPPED) @IsUUID(undefined, { each: true }) dropOrders?: string[]
}

export class CloseMealBody implements CloseMealRequest {
  @Optional() @IsUUID() canteenId?: string
  @IsBusinessDay() day: string
  @IsIn(MEALS) meal: Meal
  @IsText(2, 80) reason: string
  @Optional() @IsInt() @Min(0) @Max(MOST_ORDERS) standing?: number
}

export type CanteenQueryIsExact = Expect<Exact<CanteenQueryDto, CanteenQuery>>
export type CalendarQueryIsExact = Expect<Exact<CalendarQueryDto, CalendarQuery>>
export type DishBodyIsExact = Expect<Exact<DishBody, DishRequest>>
export type ChangeDishBodyIsExact = Expect<Exact<ChangeDishBody, ChangeDishRequest>>
export type ChangeMealPlanBodyIsExact = Expect<Exact<ChangeMealPlanBody, ChangeMealPlanRequest>>
export type DraftWeekBodyIsExact = Expect<Exact<DraftWeekBody, DraftWeekRequest>>
export type PublishWeekBodyIsExact = Expect<Exact<PublishWeekBody, PublishWeekRequest>>
export type CloseMealBodyIsExact = Expect<Exact<CloseMealBody, CloseMealRequest>>
