import type { SelectQueryBuilder } from 'typeorm'

import type { Notice } from './notice.entity.js'
import type { OutboxRow } from './outbox.entity.js'
import { URGENT_KINDS } from './outbox.rules.js'

/** At most so many people of these rows: who has an urgent one, then by the earliest of each. */
export async function urgentFirst<Row extends Notice | OutboxRow>(
  rows: SelectQueryBuilder<Row>,
  since: 'sendAt' | 'dueAt',
  most: number,
): Promise<string[]> {
  const people = await rows
    .select('row.personId', 'personId')
    .addSelect('MIN(CASE WHEN row.kind IN (:...urgent) THEN 0 ELSE 1 END)', 'turn')
    .addSelect(`MIN(row.${since})`, 'since')
    .setParameter('urgent', URGENT_KINDS)
    // Not by the index of an inbox, which has people in order, and all they were ever told.
    .groupBy('+(row.personId)')
    .orderBy('turn', 'ASC')
    .addOrderBy('since', 'ASC')
    .limit(most)
    .getRawMany<{ personId: string }>()
  return people.map(({ personId }) => personId)
}
