/**
 * What changed, so that whoever shows it asks again: never personal data. `board:<canteenId>` goes to the staff of that canteen,
 * the others to one person.
 */
export type LiveTopic = 'notices' | 'orders' | 'wallet' | 'mandates' | `board:${string}`

/** Data of one `changed` event of `GET /live` (server-sent events; `id:` is the cursor for `Last-Event-ID`). */
export interface LiveEvent {
  topic: LiveTopic
  id: string
}

/**
 * Reply of `GET /live/changes`, for clients that cannot hold a stream. `cursor` goes into the next question. Who was away for thousands of
 * changes is told that all of their topics have changed.
 */
export interface LiveChanges {
  cursor: string
  items: LiveEvent[]
}

export interface LiveRoutes {
  'GET /live': { reply: string }
  'GET /live/changes': { query: { after?: string }; reply: LiveChanges }
}
