import type { MigrationInterface, QueryRunner } from 'typeorm'

import { columns, createTable } from '../columns.js'

export class People1795420800000 implements MigrationInterface {
  name = 'People1795420800000'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'people_person',
      columns: [
        columns.id('id'),
        columns.text('name', 160),
        columns.text('face', 20),
        columns.text('estate', 40, { nullable: true }),
        columns.flag('elder_mode'),
        columns.instant('created_at'),
      ],
    })
    await createTable(runner, {
      name: 'people_identity',
      columns: [
        columns.text('provider', 10),
        columns.text('subject', 128),
        columns.id('person_id'),
        columns.instant('created_at'),
      ],
      primaryKey: ['provider', 'subject'],
      indices: [{ name: 'ix_people_identity_person_id', columns: ['person_id'] }],
      foreignKeys: [{ name: 'fk_people_identity_person_id', column: 'person_id', table: 'people_person' }],
      checks: [{ name: 'ck_people_identity_provider', expression: "provider IN ('wechat', 'demo')" }],
    })
    await createTable(runner, {
      name: 'people_session',
      columns: [
        columns.id('id'),
        columns.id('person_id'),
        columns.text('device', 80),
        columns.text('refresh_hash', 64),
        columns.text('previous_hash', 64, { nullable: true }),
        columns.instant('rotated_at'),
        columns.instant('expires_at'),
        columns.instant('revoked_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      indices: [{ name: 'ix_people_session_person_id', columns: ['person_id'] }],
      foreignKeys: [{ name: 'fk_people_session_person_id', column: 'person_id', table: 'people_person' }],
    })
    await createTable(runner, {
      name: 'people_role',
      columns: [
        columns.id('person_id'),
        columns.text('role', 20),
        columns.text('scope_id', 36),
        columns.text('scope_name', 80, { nullable: true }),
        columns.instant('granted_at'),
      ],
      primaryKey: ['person_id', 'role', 'scope_id'],
      foreignKeys: [{ name: 'fk_people_role_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        {
          name: 'ck_people_role_role',
          expression:
            "role IN ('resident', 'worker', 'volunteer', 'canteen_staff', 'courier', 'dorm_manager', 'dispatcher', 'employer', 'organiser', 'officer', 'admin')",
        },
      ],
    })
    await createTable(runner, {
      name: 'people_fact',
      columns: [
        columns.id('person_id'),
        columns.text('kind', 20),
        columns.text('value', 80),
        columns.text('verified_by', 80),
        columns.instant('verified_at'),
      ],
      primaryKey: ['person_id', 'kind'],
      foreignKeys: [{ name: 'fk_people_fact_person_id', column: 'person_id', table: 'people_person' }],
      checks: [
        { name: 'ck_people_fact_kind', expression: "kind IN ('birth_day', 'residence', 'hukou', 'welfare_class')" },
      ],
    })
    await createTable(runner, {
      name: 'people_mandate',
      columns: [
        columns.id('id'),
        columns.id('principal_id'),
        columns.id('agent_id'),
        columns.text('relation', 20),
        columns.longText('scopes'),
        columns.day('valid_until', { nullable: true }),
        columns.instant('revoked_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_people_mandate_pair', columns: ['principal_id', 'agent_id'] }],
      indices: [{ name: 'ix_people_mandate_agent_id', columns: ['agent_id'] }],
      foreignKeys: [
        { name: 'fk_people_mandate_principal_id', column: 'principal_id', table: 'people_person' },
        { name: 'fk_people_mandate_agent_id', column: 'agent_id', table: 'people_person' },
      ],
      checks: [{ name: 'ck_people_mandate_other', expression: 'principal_id <> agent_id' }],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'people_mandate',
      'people_fact',
      'people_role',
      'people_session',
      'people_identity',
      'people_person',
    ]) {
      await runner.dropTable(table)
    }
  }
}
