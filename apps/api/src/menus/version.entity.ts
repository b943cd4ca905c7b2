import type { MenuChange, MenuMeal } from '@wanli/contracts/menus'
import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  WideJsonColumn,
  RefColumn,
  References,
} from '../database/entity-columns.js'

/** A change as it was published, with the offer it concerned. */
export interface StoredChange extends MenuChange {
  offerId: string | null
}

/**
 * A week's menu as it was published: who, when, what, and what differed. Never changed, but for `settledAt`: when everybody it
 * concerned was refunded and told. What a crash leaves unsettled is settled by the next round.
 */
@Entity('menus_version')
@Index('uq_menus_version_week_version', ['weekId', 'version'], { unique: true })
@Index('ix_menus_version_settled_at', ['settledAt'])
@Check('ck_menus_version_version', 'version >= 1')
export class MenuVersion {
  @IdColumn() id: string
  @References('MenuWeek', 'fk_menus_version_week_id')
  @RefColumn()
  weekId: string
  @IntegerColumn() version: number
  @WideJsonColumn() meals: MenuMeal[]
  @WideJsonColumn() changes: StoredChange[]
  @References('Person', 'fk_menus_version_published_by_id')
  @RefColumn()
  publishedById: string
  @InstantColumn() publishedAt: Date
  @InstantColumn({ nullable: true }) settledAt: Date | null
}
