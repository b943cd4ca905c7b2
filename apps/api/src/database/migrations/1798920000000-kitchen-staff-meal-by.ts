import type { MigrationInterface, QueryRunner } from 'typeorm'

import { addColumns, addForeignKeys, columns } from '../columns.js'

const TABLE = 'kitchen_staff_meal'
const BY = { name: 'fk_kitchen_staff_meal_changed_by_id', column: 'changed_by_id', table: 'people_person' }

/** What the staff eat says who said so; of what was said before, nobody is noted. */
export class KitchenStaffMealBy1798920000000 implements MigrationInterface {
  name = 'KitchenStaffMealBy1798920000000'

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, TABLE, [columns.id(BY.column, { nullable: true })])
    await addForeignKeys(runner, TABLE, [BY])
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropForeignKey(TABLE, BY.name)
    await runner.dropColumn(TABLE, BY.column)
  }
}
