import type { Sitting } from './sitting.entity.js'

/** From an instant on, this share of the kept portions is still kept. Steps are in time order. */
export interface PoolStep {
  from: Date
  keptPercent: number
}

/** The steps by which what is put aside in a sitting becomes everybody's. */
export const stepsOf = (sitting: Pick<Sitting, 'poolSteps'>): PoolStep[] =>
  (sitting.poolSteps ?? []).map(({ from, keptPercent }) => ({ from: new Date(from), keptPercent }))

/** What of an offer is taken, and what was put aside for elders and deliveries. Halves: a whole portion is two. */
export interface OfferStock {
  capacityHalves: number
  soldHalves: number
  keptHalves: number
  soldKeptHalves: number
}

/**
 * Halves that are put aside at an instant, sold or not: all of `keptHalves` before the first step, then less by the clock. Rounded
 * down to whole portions, so that a step never leaves half a portion nobody can have.
 */
export function keptAt(keptHalves: number, steps: readonly PoolStep[], now: Date): number {
  return Math.floor((keptHalves * percentAt(steps, now)) / 200) * 2
}

/** How much of what was put aside still is at an instant, in percent. Never grows with time. */
export function percentAt(steps: readonly PoolStep[], now: Date): number {
  let percent = 100
  for (const step of steps) if (now >= step.from) percent = Math.min(percent, step.keptPercent)
  return percent
}

/**
 * Halves that may still be sold: to those the pool is for, all that is left; to others, what is left without the part that is put
 * aside now and not yet taken by those it is for. Never negative.
 */
export function leftFor(stock: OfferStock, forPool: boolean, keptNowHalves: number): number {
  const left = stock.capacityHalves - stock.soldHalves
  const asideHalves = forPool ? 0 : Math.max(0, keptNowHalves - stock.soldKeptHalves)
  return Math.max(0, left - asideHalves)
}

/** From this age on somebody is an elder of the canteen (canteen page, point 4; 60 is also where the Law on Elders begins, art. 2). */
export const ELDER_AGE = 60

/** Those for whom portions are kept: elders, or delivered to the door (canteen page, point 4). */
export function isForPool(age: number | null, mode: string): boolean {
  return mode === 'delivery' || (age !== null && age >= ELDER_AGE)
}
