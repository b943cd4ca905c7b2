import type { MigrationInterface, QueryRunner } from 'typeorm'
export declare class Notices1795420800004 implements MigrationInterface {
  name: string
  up(runner: QueryRunner): Promise<void>
  down(runner: QueryRunner): Promise<void>
}
