/** A door on the way of a courier. */
export interface Door {
  /** Place of the estate on the run. */
  estate: number
  building: string
  unit: string
  floor: number
  lift: boolean
  room: string
}

/** Minutes from one door to the next, and for each floor that is climbed on foot. From rounds walked with the design's courier. */
const DOOR_MINUTES = 3
const FLOOR_MINUTES = 0.5
const MINUTE_MS = 60_000

/**
 * The order of two doors on the way: estates as the run passes them, then buildings, then entrances, so that no stairs are climbed
 * twice. In an entrance without a lift from the lowest floor up (the bag gets lighter on the way), with one from the top floor down
 * (one ride, then stairs down).
 */
function byWay(a: Door, b: Door): number {
  return (
    a.estate - b.estate ||
    asNumbered(a.building, b.building) ||
    asNumbered(a.unit, b.unit) ||
    (a.lift && b.lift ? b.floor - a.floor : a.floor - b.floor) ||
    asNumbered(a.room, b.room)
  )
}

/** Doors in the order of the way. */
export function inOrder<One extends Door>(doors: readonly One[]): One[] {
  return [...doors].sort(byWay)
}

/** When each door of a way that begins at `from` is expected to be reached. */
export function plannedAt(doors: readonly Pick<Door, 'floor' | 'lift'>[], from: Date): Date[] {
  let minutes = 0
  return doors.map(({ floor, lift }) => {
    minutes += DOOR_MINUTES + (lift ? 0 : Math.max(0, floor - 1) * FLOOR_MINUTES)
    return new Date(from.getTime() + minutes * MINUTE_MS)
  })
}

/** Whole minutes a way is late at `now`: by how much the next door was expected before; 0 when nothing is left or it is in time. */
export function lateMinutes(nextPlannedAt: Date | undefined, now: Date): number {
  if (nextPlannedAt === undefined) return 0
  return Math.max(0, Math.floor((now.getTime() - nextPlannedAt.getTime()) / MINUTE_MS))
}

/** `9` before `12`, `12` before `12甲`: by the number they begin with, then as text. */
function asNumbered(a: string, b: string): number {
  const numberOf = (text: string): number => Number.parseInt(text, 10) || 0
  return numberOf(a) - numberOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}
