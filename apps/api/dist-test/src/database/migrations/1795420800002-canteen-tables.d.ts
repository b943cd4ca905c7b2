import type { MigrationInterface, QueryRunner } from 'typeorm'
export declare class Canteen1795420800002 implements MigrationInterface {
  name: string
  up(runner: QueryRunner): Promise<void>
  down(runner: QueryRunner): Promise<void>
}
