import type { MigrationInterface, QueryRunner } from 'typeorm'
export declare class Requests1795420800001 implements MigrationInterface {
  name: string
  up(runner: QueryRunner): Promise<void>
  down(runner: QueryRunner): Promise<void>
}
