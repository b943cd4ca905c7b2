import { useSyncExternalStore } from 'react'

const told = new Map<string, string>()
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** Says something on the menu of a sitting: what ran out of its cart, or what a repeated order could not bring along. */
export function tellOnMenu(sittingId: string, text: string): void {
  told.set(sittingId, text)
  changed()
}

/** Takes back what was said, once the person has gone on. */
export function hushMenu(sittingId: string): void {
  if (told.delete(sittingId)) changed()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What is being said on the menu of a sitting; null when nothing is. */
export function useMenuNews(sittingId: string): string | null {
  const snapshot = (): string | null => told.get(sittingId) ?? null
  return useSyncExternalStore(subscribe, snapshot, snapshot)
}
