/** Seconds until WeChat is asked again, by how often it was asked: half a minute, then longer, an hour at most. */
const STEPS_SECONDS = [30, 30, 60, 120, 300, 600, 1_800, 3_600]

/** When something that is not final is looked at next, after `attempts` looks. */
export function nextTry(attempts: number, now: Date): Date {
  const seconds = STEPS_SECONDS[Math.min(attempts, STEPS_SECONDS.length - 1)] ?? 0
  return new Date(now.getTime() + seconds * 1_000)
}
