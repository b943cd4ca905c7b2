import type { MigrationInterface, QueryRunner } from 'typeorm'
export declare class People1795420800000 implements MigrationInterface {
  name: string
  up(runner: QueryRunner): Promise<void>
  down(runner: QueryRunner): Promise<void>
}
