import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

import { addChecks, addColumns, columns, createTable, dropChecks, replaceCheck } from '../columns.js'

const ROLES =
  "role IN ('resident', 'worker', 'volunteer', 'canteen_staff', 'courier', 'dorm_manager', 'dispatcher', 'employer', 'organiser', 'officer', 'admin'"

const person = (table: string, column: string) => ({ name: `fk_${table}_${column}`, column, table: 'people_person' })

export class PeopleMandates1796000000001 implements MigrationInterface {
  name = 'PeopleMandates1796000000001'

  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'people_role', { name: 'ck_people_role_role', expression: `${ROLES}, 'clerk')` })
    await replaceCheck(runner, 'people_identity', {
      name: 'ck_people_identity_provider',
      expression: "provider IN ('wechat', 'demo', 'phone')",
    })
    await this.mandatesUp(runner)
    await this.factsUp(runner)
    await this.contactsUp(runner)
  }

  private async mandatesUp(runner: QueryRunner): Promise<void> {
    // The foreign key needs an index at every moment.
    await runner.createIndex(
      'people_mandate',
      new TableIndex({ name: 'ix_people_mandate_principal_id', columnNames: ['principal_id'] }),
    )
    await runner.dropIndex('people_mandate', 'uq_people_mandate_pair')
    await addColumns(runner, 'people_mandate', [
      // Rows of before were given in the app and were live or revoked.
      new TableColumn({ name: 'status', type: 'varchar', length: '10', default: "'live'" }),
      new TableColumn({ name: 'source', type: 'varchar', length: '5', default: "'app'" }),
      new TableColumn({ name: 'payer', type: 'varchar', length: '9', default: "'agent'" }),
      columns.integer('daily_cap_fen', { nullable: true }),
      columns.text('paper_number', 40, { nullable: true }),
      columns.id('photo_id', { nullable: true }),
      columns.text('live_pair', 80, { nullable: true }),
      columns.day('spent_day', { nullable: true }),
      new TableColumn({ name: 'spent_fen', type: 'integer', default: 0 }),
    ])
    await runner.query("UPDATE people_mandate SET status = 'revoked' WHERE revoked_at IS NOT NULL")
    await runner.query(
      "UPDATE people_mandate SET live_pair = CONCAT_WS(' ', principal_id, agent_id) WHERE revoked_at IS NULL",
    )
    await runner.createIndex(
      'people_mandate',
      new TableIndex({ name: 'uq_people_mandate_live_pair', columnNames: ['live_pair'], isUnique: true }),
    )
    await addChecks(runner, 'people_mandate', [
      {
        name: 'ck_people_mandate_status',
        expression: "status IN ('offered', 'live', 'declined', 'revoked', 'expired')",
      },
      { name: 'ck_people_mandate_source', expression: "source IN ('app', 'code', 'desk')" },
      { name: 'ck_people_mandate_payer', expression: "payer IN ('agent', 'principal')" },
      // One offer or mandate at a time between two people: the key is there exactly while it counts.
      { name: 'ck_people_mandate_live_pair', expression: "(live_pair IS NOT NULL) = (status IN ('offered', 'live'))" },
      { name: 'ck_people_mandate_paper', expression: "source <> 'desk' OR paper_number IS NOT NULL" },
      { name: 'ck_people_mandate_cap', expression: 'daily_cap_fen IS NULL OR daily_cap_fen > 0' },
      { name: 'ck_people_mandate_spent', expression: 'spent_fen >= 0' },
    ])
    await createTable(runner, {
      name: 'people_mandate_code',
      columns: [
        columns.id('principal_id'),
        columns.text('code_hash', 64),
        columns.longText('terms'),
        columns.instant('expires_at'),
        columns.instant('created_at'),
      ],
      primaryKey: ['principal_id'],
      uniques: [{ name: 'uq_people_mandate_code_hash', columns: ['code_hash'] }],
      foreignKeys: [person('people_mandate_code', 'principal_id')],
    })
    await createTable(runner, {
      name: 'people_act',
      columns: [
        columns.id('id'),
        columns.id('mandate_id'),
        columns.text('scope', 10),
        columns.text('what', 80),
        columns.id('agent_id'),
        columns.id('principal_id'),
        columns.id('paid_by_id'),
        columns.integer('amount_fen'),
        columns.id('order_id', { nullable: true }),
        columns.day('day'),
        columns.instant('undone_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      uniques: [{ name: 'uq_people_act_order_id', columns: ['order_id'] }],
      indices: [
        { name: 'ix_people_act_agent_created', columns: ['agent_id', 'created_at', 'id'] },
        { name: 'ix_people_act_principal_created', columns: ['principal_id', 'created_at', 'id'] },
      ],
      foreignKeys: [
        { name: 'fk_people_act_mandate_id', column: 'mandate_id', table: 'people_mandate' },
        person('people_act', 'agent_id'),
        person('people_act', 'principal_id'),
        person('people_act', 'paid_by_id'),
      ],
      checks: [
        { name: 'ck_people_act_scope', expression: "scope IN ('meals', 'repairs', 'bookings')" },
        { name: 'ck_people_act_amount', expression: 'amount_fen >= 0' },
      ],
    })
  }

  private async factsUp(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'people_fact', [
      new TableColumn({ name: 'evidence', type: 'varchar', length: '20', default: "'document'" }),
      columns.day('valid_until', { nullable: true }),
      columns.id('verified_by_id', { nullable: true }),
    ])
    await addChecks(runner, 'people_fact', [
      {
        name: 'ck_people_fact_evidence',
        expression: "evidence IN ('id_card', 'hukou_book', 'residence_permit', 'welfare_certificate', 'document')",
      },
    ])
    // What people say of themselves stands apart, so that it can never be taken for something that was checked.
    await createTable(runner, {
      name: 'people_declaration',
      columns: [
        columns.id('person_id'),
        columns.text('kind', 20),
        columns.text('value', 80),
        columns.instant('created_at'),
      ],
      primaryKey: ['person_id', 'kind'],
      foreignKeys: [person('people_declaration', 'person_id')],
      checks: [
        {
          name: 'ck_people_declaration_kind',
          expression: "kind IN ('birth_day', 'residence', 'hukou', 'welfare_class')",
        },
      ],
    })
  }

  private async contactsUp(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'people_contact',
      columns: [
        columns.id('person_id'),
        columns.text('kind', 10),
        columns.text('key_id', 12),
        columns.text('sealed', 200),
        columns.text('blind', 64),
        columns.text('tail_blind', 64),
        columns.text('masked', 20),
        columns.instant('created_at'),
      ],
      primaryKey: ['person_id', 'kind'],
      // One phone number and one ID number belong to one person.
      uniques: [{ name: 'uq_people_contact_blind', columns: ['kind', 'blind'] }],
      indices: [
        { name: 'ix_people_contact_tail', columns: ['kind', 'tail_blind'] },
        { name: 'ix_people_contact_key_id', columns: ['key_id'] },
      ],
      foreignKeys: [person('people_contact', 'person_id')],
      checks: [{ name: 'ck_people_contact_kind', expression: "kind IN ('phone', 'id_number')" }],
    })
    await createTable(runner, {
      name: 'people_phone_code',
      columns: [
        columns.text('phone_blind', 64),
        columns.text('code_hash', 64),
        columns.integer('tries'),
        columns.instant('expires_at'),
        columns.instant('used_at', { nullable: true }),
      ],
      primaryKey: ['phone_blind'],
      checks: [{ name: 'ck_people_phone_code_tries', expression: 'tries BETWEEN 0 AND 5' }],
    })
    await createTable(runner, {
      name: 'people_card',
      columns: [
        columns.text('number', 20),
        columns.id('person_id'),
        columns.id('live_person_id', { nullable: true }),
        columns.instant('lost_at', { nullable: true }),
        columns.instant('created_at'),
      ],
      primaryKey: ['number'],
      uniques: [{ name: 'uq_people_card_live_person_id', columns: ['live_person_id'] }],
      indices: [{ name: 'ix_people_card_person_id', columns: ['person_id'] }],
      foreignKeys: [person('people_card', 'person_id')],
      checks: [
        // A person carries one card that works; a lost one never works again.
        { name: 'ck_people_card_live', expression: '(live_person_id IS NOT NULL) = (lost_at IS NULL)' },
      ],
    })
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['people_card', 'people_phone_code', 'people_contact', 'people_declaration', 'people_act'])
      await runner.dropTable(table)
    await runner.dropTable('people_mandate_code')
    await dropChecks(runner, 'people_fact', ['ck_people_fact_evidence'])
    await runner.dropColumns('people_fact', ['evidence', 'valid_until', 'verified_by_id'])
    await dropChecks(runner, 'people_mandate', [
      'ck_people_mandate_status',
      'ck_people_mandate_source',
      'ck_people_mandate_payer',
      'ck_people_mandate_live_pair',
      'ck_people_mandate_paper',
      'ck_people_mandate_cap',
      'ck_people_mandate_spent',
    ])
    // The old key allows one row a pair: only what counts is kept.
    await runner.query('DELETE FROM people_mandate WHERE live_pair IS NULL')
    await runner.createIndex(
      'people_mandate',
      new TableIndex({ name: 'uq_people_mandate_pair', columnNames: ['principal_id', 'agent_id'], isUnique: true }),
    )
    await runner.dropIndex('people_mandate', 'uq_people_mandate_live_pair')
    await runner.dropIndex('people_mandate', 'ix_people_mandate_principal_id')
    await runner.dropColumns('people_mandate', [
      'status',
      'source',
      'payer',
      'daily_cap_fen',
      'paper_number',
      'photo_id',
      'live_pair',
      'spent_day',
      'spent_fen',
    ])
    await runner.query("DELETE FROM people_role WHERE role = 'clerk'")
    await runner.query("DELETE FROM people_identity WHERE provider = 'phone'")
    await replaceCheck(runner, 'people_identity', {
      name: 'ck_people_identity_provider',
      expression: "provider IN ('wechat', 'demo')",
    })
    await replaceCheck(runner, 'people_role', { name: 'ck_people_role_role', expression: `${ROLES})` })
  }
}
