import { LiveEventRow } from '../../src/live/live-event.entity.js'

import type { TestApp } from './app.js'

/** Rows of changes for a person, as many, behind a number that was given out and never committed. */
export async function behindGap(app: TestApp, personId: string, count: number): Promise<void> {
  const { manager } = app.dataSource
  const [last] = await manager.find(LiveEventRow, { order: { id: 'DESC' }, take: 1 })
  const first = last!.id + 2
  const createdAt = app.clock.now()
  const rows = [...Array(count).keys()].map((n): LiveEventRow => {
    return { id: first + n, changes: [['wallet', `person:${personId}`, `change ${n + 1}`]], createdAt }
  })
  for (let from = 0; from < count; from += 500) await manager.insert(LiveEventRow, rows.slice(from, from + 500))
}
