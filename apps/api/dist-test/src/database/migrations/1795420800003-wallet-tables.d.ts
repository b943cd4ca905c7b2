import type { MigrationInterface, QueryRunner } from 'typeorm'
export declare class Wallet1795420800003 implements MigrationInterface {
  name: string
  up(runner: QueryRunner): Promise<void>
  down(runner: QueryRunner): Promise<void>
}
