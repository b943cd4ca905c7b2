import type { LiveTopic } from '@wanli/contracts/live'

/** What is shown of a topic, as beginnings of query keys: all of it is asked for again when the topic changed. */
const SHOWN = {
  notices: [['notices']],
  orders: [
    ['canteen', 'orders'],
    ['canteen', 'order'],
  ],
  wallet: [['wallet'], ['canteen', 'quote']],
  mandates: [['people'], ['canteen', 'quote']],
} as const satisfies Record<Exclude<LiveTopic, `board:${string}`>, readonly (readonly string[])[]>

/** As a newer server may name topics of which this version has never heard. */
const KNOWN: Readonly<Partial<Record<string, readonly (readonly string[])[]>>> = SHOWN

/** Keys of everything that several changes make stale, each once. A topic this version does not know concerns nothing it shows. */
export function staleKeys(topics: readonly LiveTopic[]): string[][] {
  const keys = new Map<string, string[]>()
  for (const topic of topics) {
    const shown = topic.startsWith('board:') ? [['canteen', 'board']] : (KNOWN[topic] ?? [])
    for (const key of shown) keys.set(key.join(' '), [...key])
  }
  return [...keys.values()]
}
