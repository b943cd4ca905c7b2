/** A reply with the tag (ETag) that the server gave it: who shows the tag again is only told whether anything has changed. */
export interface KeptReply {
  tag: string
  data: unknown
}

/** More than the pages that are looked at by turns; the one asked for longest ago goes first. */
const MOST = 60

const kept = new Map<string, KeptReply>()

/** The reply that was last had from a URL. Only in memory: what is personal must not lie on a device that others use. */
export function keptReply(url: string): KeptReply | undefined {
  return kept.get(url)
}

/** Keeps a reply in place of the one before. */
export function keepReply(url: string, reply: KeptReply): void {
  kept.delete(url)
  kept.set(url, reply)
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
}

/** Forgets every reply: what one person saw is nothing to the next. */
export function forgetReplies(): void {
  kept.clear()
}
