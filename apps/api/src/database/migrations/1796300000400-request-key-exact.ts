import type { MigrationInterface, QueryRunner } from 'typeorm'

import { changeLetters, columns } from '../columns.js'

/** `Key-1` and `key-1` are two requests, as the server keeps them; MariaDB took them for one, and its refusal for a lost race. */
export class RequestKeyExact1796300000400 implements MigrationInterface {
  name = 'RequestKeyExact1796300000400'

  async up(runner: QueryRunner): Promise<void> {
    await changeLetters(runner, 'request_key', columns.machineText('key_text', 128))
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeLetters(runner, 'request_key', columns.text('key_text', 128))
  }
}
