import type { MigrationInterface, QueryRunner } from 'typeorm'

import { changeType, columns } from '../columns.js'

const WIDE = [
  ['menus_week', 'meals'],
  ['menus_version', 'meals'],
  ['menus_version', 'changes'],
] as const

/** A week of forty dishes a meal, and what changes of all of them at once, is longer than the 64 KB of a server's text. */
export class MenusWideWeeks1798820000002 implements MigrationInterface {
  name = 'MenusWideWeeks1798820000002'

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name] of WIDE) await changeType(runner, table, columns.wideJson(name))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of WIDE) await changeType(runner, table, columns.longText(name))
  }
}
