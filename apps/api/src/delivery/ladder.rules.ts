/*
 * What must never happen: a meal whose door stayed shut just left, or somebody behind it forgotten. Steps come in one order, each has
 * its time, the next one is refused before it is due; only 110 and 120 never wait. The committee is called until somebody picks up: a
 * ladder does not end with a phone that rang in an empty office.
 */
import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type {
  AttemptOutcome,
  AttemptRequest,
  ContactPerson,
  LadderStep,
  LadderStepView,
  LadderView,
  NamedPerson,
} from '@wanli/contracts/delivery'

import { DomainError } from '../common/domain-error.js'

/** Seconds that are waited at the door before anybody is called (canteen page, point 10). */
const WAIT_SECONDS = 180

/** Somebody who can be called; `personId` when they have an account here. */
export interface Reachable extends ContactPerson {
  personId: string | null
}

/** A place of a ladder, from 0, and whom it calls; null when they may not be called any more. `whom` tells two of them apart. */
export interface LadderContact {
  nth: number
  whom: string
  who: Reachable | null
}

/**
 * Whom a ladder can call. `contacts` in the order in which they are called, each in its place; `who` is null of somebody who may not be
 * called any more. `committee` is who of the 居委 is told.
 */
export interface LadderPeople {
  hasPhone: boolean
  contacts: readonly { nth: number; who: NamedPerson | null }[]
  committee: string
}

/** Who was called and may not be called any more: that somebody was, and not who. */
const GONE: NamedPerson = { name: '家里人', relation: '' }

/** A step that was done. */
export interface DoneStep {
  step: AttemptRequest['step']
  nth: number
  outcome: AttemptOutcome
  at: Date
}

interface Planned {
  step: LadderStep
  nth: number
  who: NamedPerson | null
}

/**
 * The steps for one stop, in order. Who has no phone, or may not be called any more, is not called; 110 and 120 stand at the end and may
 * be called at any time.
 */
function ladderOf({ hasPhone, contacts, committee }: LadderPeople, done: readonly DoneStep[]): Planned[] {
  const called = contacts.filter(({ who, nth }) => who !== null || find(done, { step: 'contact', nth }) !== undefined)
  const step = (name: LadderStep, who: NamedPerson | null = null, nth = 0): Planned => ({ step: name, nth, who })
  return [
    step('knock'),
    step('wait'),
    ...(hasPhone ? [step('self')] : []),
    ...called.map(({ who, nth }) => step('contact', who ?? GONE, nth)),
    step('committee', { name: committee, relation: '' }, committeeNth(done)),
    step('emergency'),
  ]
}

/** The place of the call to the committee that counts: the one that was answered, else the one that is still to be made. */
function committeeNth(done: readonly DoneStep[]): number {
  const calls = done.filter(({ step }) => step === 'committee')
  return calls.find(({ outcome }) => outcome !== 'no_answer')?.nth ?? calls.length
}

/** The place of a step that a courier has done: a contact's own, of the committee its how-manieth call, from 0; 0 of all others. */
export function nthOf(
  { step, contact = 0 }: Pick<AttemptRequest, 'step' | 'contact'>,
  done: readonly DoneStep[],
): number {
  if (step === 'committee') return committeeNth(done)
  return step === 'contact' ? contact : 0
}

/** When the three minutes at the door are over; null while nobody has knocked. */
function waitUntil(done: readonly DoneStep[]): Date | null {
  const knock = done.find(({ step }) => step === 'knock')
  return knock === undefined ? null : new Date(knock.at.getTime() + WAIT_SECONDS * 1000)
}

/**
 * Makes sure that a step is the next one at `now`. Answers false when it was done before. Throws `delivery.wait_first` with the
 * seconds left and `delivery.step_not_next` (409).
 */
export function mayStep(
  people: LadderPeople,
  done: readonly DoneStep[],
  { step, nth }: { step: AttemptRequest['step']; nth: number },
  now: Date,
): boolean {
  if (find(done, { step, nth }) !== undefined) return false
  if (step === 'emergency') return true
  const next = nextOf(people, done)
  if (next?.step !== step || next.nth !== nth) throw new DomainError('delivery.step_not_next')
  const until = waitUntil(done)
  if (until !== null && now < until)
    throw new DomainError('delivery.wait_first', { seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) })
  return true
}

/**
 * The states an order goes through by a step, in order: undelivered once the eater did not answer the phone or others are called,
 * a welfare check once somebody is asked to look. A committee that does not pick up was not asked.
 */
export function movesOf(
  status: StoredOrderStatus,
  { step, outcome }: Pick<DoneStep, 'step' | 'outcome'>,
): { from: StoredOrderStatus; to: StoredOrderStatus }[] {
  const checks = (step === 'committee' && outcome !== 'no_answer') || step === 'emergency'
  const unanswered =
    checks || step === 'contact' || step === 'committee' || (step === 'self' && outcome === 'no_answer')
  const moves: { from: StoredOrderStatus; to: StoredOrderStatus }[] = []
  if (unanswered && status === 'out_for_delivery') moves.push({ from: 'out_for_delivery', to: 'undelivered' })
  if (checks && status !== 'welfare_check') moves.push({ from: 'undelivered', to: 'welfare_check' })
  return moves
}

/** Whether nobody answered, so that others were called: then those who may order for the eater are told. */
export function wasUnanswered(done: readonly Pick<DoneStep, 'step' | 'outcome'>[]): boolean {
  return done.some((step) => movesOf('out_for_delivery', step).length > 0)
}

/** Whether somebody is still looked for behind a shut door: from when nobody answered until somebody opens or is found. */
export function isMissing(status: StoredOrderStatus): boolean {
  return status === 'undelivered' || status === 'welfare_check'
}

/** The ladder as the courier sees it at `now`. */
export function ladderView(people: LadderPeople, done: readonly DoneStep[], now: Date): LadderView {
  const until = waitUntil(done)
  const waiting = until !== null && now < until
  const next = nextOf(people, done)
  const steps = ladderOf(people, done).map(({ step, nth, who }): LadderStepView => {
    const made = step === 'wait' ? undefined : find(done, { step, nth })
    const at = step === 'wait' && !waiting ? until : (made?.at ?? null)
    const state = (): LadderStepView['state'] => {
      if (at !== null) return 'done'
      if (step === 'emergency') return 'always'
      if (waiting) return step === 'wait' ? 'now' : 'later'
      return next?.step === step && next.nth === nth ? 'now' : 'later'
    }
    return {
      step,
      contact: step === 'contact' ? nth : null,
      who,
      state: state(),
      at: at?.toISOString() ?? null,
      outcome: made?.outcome ?? (step === 'committee' && nth > 0 ? 'no_answer' : null),
    }
  })
  const times = [...done.map(({ at }) => at.getTime()), ...(until !== null && !waiting ? [until.getTime()] : [])]
  return {
    steps,
    begun: done.length > 0,
    waitUntil: until?.toISOString() ?? null,
    since: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
  }
}

/** The step that is to be done next; undefined when all are. */
function nextOf(people: LadderPeople, done: readonly DoneStep[]): Planned | undefined {
  return ladderOf(people, done).find(
    ({ step, nth }) => step !== 'wait' && step !== 'emergency' && find(done, { step, nth }) === undefined,
  )
}

function find(done: readonly DoneStep[], wanted: { step: LadderStep; nth: number }): DoneStep | undefined {
  return done.find(({ step, nth }) => step === wanted.step && nth === wanted.nth)
}
