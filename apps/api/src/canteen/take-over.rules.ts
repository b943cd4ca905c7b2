/** How long a given-up meal is kept for each of those who wait, in their order (canteen page, point 6). */
export const TURN_MINUTES = 5

const MINUTE_MS = 60_000

/** From when on a person may take a meal that was given up at `offeredAt`: who waits longest at once, whoever does not wait last. */
export function turnAt(line: readonly string[], personId: string, offeredAt: Date): Date {
  const place = line.indexOf(personId)
  const before = place < 0 ? line.length : place
  return new Date(offeredAt.getTime() + before * TURN_MINUTES * MINUTE_MS)
}

/** Until when a meal is somebody's before it is the next one's or everybody's; null when everybody may take it. */
export function turnEndsAt(line: readonly string[], offeredAt: Date, now: Date): Date | null {
  const turns = Math.floor((now.getTime() - offeredAt.getTime()) / (TURN_MINUTES * MINUTE_MS))
  return turns >= line.length ? null : new Date(offeredAt.getTime() + (turns + 1) * TURN_MINUTES * MINUTE_MS)
}
