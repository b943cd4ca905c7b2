import type { SittingBrief } from '@wanli/contracts/canteen'

/** The sitting that closes soonest among those that still take orders; undefined when none does. */
export function openSitting<Sitting extends SittingBrief>(
  sittings: readonly Sitting[],
  now: Date,
): Sitting | undefined {
  return sittings
    .filter((sitting) => sitting.actions.includes('order') && new Date(sitting.cutOffAt) > now)
    .sort((a, b) => Date.parse(a.cutOffAt) - Date.parse(b.cutOffAt))[0]
}
