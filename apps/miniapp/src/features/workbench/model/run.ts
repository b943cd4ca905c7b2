import type { LadderStepView, RunBrief, RunView, StopView } from '@wanli/contracts/delivery'

/** Whether meals wait that nobody brings. */
export const isFree = ({ courierId, waiting }: RunBrief): boolean => courierId === null && waiting > 0

/** The run a courier opens the page for: their own that has something to bring, else one that nobody brings, else their own, else any. */
export function firstRun(runs: readonly RunBrief[]): RunBrief | undefined {
  const open = (run: RunBrief): boolean => run.delivered < run.total
  return runs.find((run) => run.mine && open(run)) ?? runs.find(isFree) ?? runs.find((run) => run.mine) ?? runs[0]
}

/** Whether the courier has this meal and somebody waits for it. */
export const isOut = ({ actions }: Pick<StopView, 'actions'>): boolean => actions.includes('hand_over')

/** The stop to look at: the one that was tapped while it is still open, else the first on the way. */
export function currentStop({ stops }: Pick<RunView, 'stops'>, chosenId: string | null): StopView | undefined {
  return stops.find((stop) => stop.orderId === chosenId && isOut(stop)) ?? stops.find(isOut)
}

/** The other stops, those still to come first, in the order of the way. */
export function otherStops({ stops }: Pick<RunView, 'stops'>, current: StopView | undefined): StopView[] {
  const others = stops.filter((stop) => stop !== current)
  const over = (stop: StopView): boolean => stop.handedOverAt !== null || stop.status === 'closed'
  return [...others.filter((stop) => !over(stop)), ...others.filter(over)]
}

/** The step that is to be done now; undefined while nobody has knocked, and when all are done. */
export function stepNow({ ladder }: Pick<StopView, 'ladder'>): LadderStepView | undefined {
  return ladder.begun ? ladder.steps.find(({ state }) => state === 'now') : undefined
}

/** Seconds of the three minutes that are left at the server's time `nowMs`; 0 when they are over or have not begun. */
export function waitSeconds({ ladder }: Pick<StopView, 'ladder'>, nowMs: number): number {
  if (ladder.waitUntil === null) return 0
  return Math.max(0, Math.ceil((Date.parse(ladder.waitUntil) - nowMs) / 1000))
}

/** `2:05`. */
export function waitClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Whole minutes since the last step at the server's time; null when there was none or less than a minute ago. */
export function minutesSince({ ladder }: Pick<StopView, 'ladder'>, nowMs: number): number | null {
  if (ladder.since === null) return null
  const minutes = Math.floor((nowMs - Date.parse(ladder.since)) / 60_000)
  return minutes > 0 ? minutes : null
}
