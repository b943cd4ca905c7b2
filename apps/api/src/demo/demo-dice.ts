const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const THROWS = 2 ** 32

/**
 * A throw from 0 up to 1 that looks like chance and is the same whenever the same is asked: the demo's world comes out alike on every
 * start (FNV-1a, finished as MurmurHash3 does, since FNV alone leaves names that differ at their end close together).
 */
export function dice(...asked: readonly (string | number)[]): number {
  const text = asked.join(' ')
  let hash = FNV_OFFSET
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / THROWS
}
