import { isDomainError } from '../common/domain-error.js'

import { ladderView, mayStep, movesOf, nthOf, type DoneStep, type LadderPeople } from './ladder.rules.js'

const DAUGHTER = { name: '周女士', relation: '女儿' }
const SON = { name: '周先生', relation: '儿子' }
const FAMILY = [
  { nth: 0, who: DAUGHTER },
  { nth: 1, who: SON },
]
const people: LadderPeople = { hasPhone: true, contacts: FAMILY, committee: '林老师' }
const knockedAt = new Date('2026-11-23T03:44:00.000Z')
const after = (seconds: number): Date => new Date(knockedAt.getTime() + seconds * 1000)
const done = (step: DoneStep['step'], nth = 0, seconds = 0): DoneStep => ({
  step,
  nth,
  outcome: 'no_answer',
  at: after(seconds),
})
const ask = (steps: DoneStep[], step: DoneStep['step'], nth: number, seconds: number): unknown => {
  try {
    return mayStep(people, steps, { step, nth }, after(seconds))
  } catch (error) {
    if (!isDomainError(error)) throw error
    return `${error.code} ${Object.values(error.params).join()}`.trim()
  }
}

describe('the ladder at a shut door', () => {
  const knocked = [done('knock')]
  const called = [...knocked, done('self', 0, 190)]
  const daughter = [...called, done('contact', 0, 240)]
  const both = [...daughter, done('contact', 1, 300)]
  it.each<[string, DoneStep[], DoneStep['step'], number, number, unknown]>([
    ['begins with knocking', [], 'knock', 0, 0, true],
    ['does not begin with a call', [], 'self', 0, 0, 'delivery.step_not_next'],
    ['waits the last second of three minutes', knocked, 'self', 0, 179, 'delivery.wait_first 1'],
    ['says how long is left', knocked, 'self', 0, 10, 'delivery.wait_first 170'],
    ['calls after three full minutes', knocked, 'self', 0, 180, true],
    ['does not skip the eater', knocked, 'contact', 0, 200, 'delivery.step_not_next'],
    ['calls the contacts in order', called, 'contact', 1, 240, 'delivery.step_not_next'],
    ['calls the first contact', called, 'contact', 0, 240, true],
    ['calls every contact before the committee', daughter, 'committee', 0, 300, 'delivery.step_not_next'],
    ['tells the committee then', both, 'committee', 0, 360, true],
    ['calls a committee again that did not pick up', [...both, done('committee', 0, 360)], 'committee', 1, 365, true],
    ['knocks once', knocked, 'knock', 0, 60, false],
    ['calls 120 at once', [], 'emergency', 0, 0, true],
    ['calls 120 in the three minutes', knocked, 'emergency', 0, 5, true],
  ])('%s', (_, steps, step, nth, seconds, wanted) => expect(ask(steps, step, nth, seconds)).toBe(wanted))

  it('shows what is done, what is now, and that 110 never waits', () => {
    const { steps, waitUntil, since } = ladderView(people, called, after(200))
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'knock done',
      'wait done',
      'self done',
      'contact now',
      'contact later',
      'committee later',
      'emergency always',
    ])
    expect([waitUntil, since]).toEqual([after(180).toISOString(), after(190).toISOString()])
  })

  it('keeps the committee as the next step until somebody picks up there', () => {
    const rung = [...both, done('committee', 0, 360), done('committee', 1, 420)]
    expect([nthOf({ step: 'committee' }, both), nthOf({ step: 'committee' }, rung)]).toEqual([0, 2])
    const committee = (steps: DoneStep[]) => {
      const { state, outcome, at } = ladderView(people, steps, after(500)).steps.at(-2) ?? {}
      return [state, outcome, at]
    }
    expect(committee(both)).toEqual(['now', null, null])
    expect(committee(rung)).toEqual(['now', 'no_answer', null])
    const told: DoneStep[] = [...rung, { ...done('committee', 2, 480), outcome: 'told' }]
    expect(committee(told)).toEqual(['done', 'told', after(480).toISOString()])
    expect(nthOf({ step: 'committee' }, told)).toBe(2)
    expect(ask(told, 'committee', 2, 500)).toBe(false)
  })

  it('goes on without who has no phone and no contacts', () => {
    const alone = { hasPhone: false, contacts: [], committee: '林老师' }
    const { steps } = ladderView(alone, knocked, after(180))
    expect(steps.map(({ step }) => step)).toEqual(['knock', 'wait', 'committee', 'emergency'])
    expect(mayStep(alone, knocked, { step: 'committee', nth: 0 }, after(180))).toBe(true)
  })
})

describe('what a step makes of the meal', () => {
  it.each([
    ['knocking nothing', 'out_for_delivery', 'knock', 'no_answer', ''],
    ['an answered phone nothing', 'out_for_delivery', 'self', 'answered', ''],
    ['an unanswered phone undelivered', 'out_for_delivery', 'self', 'no_answer', 'undelivered'],
    ['a contact nothing more', 'undelivered', 'contact', 'answered', ''],
    ['the committee a welfare check', 'undelivered', 'committee', 'told', 'welfare_check'],
    ['a committee that does not pick up nothing more', 'undelivered', 'committee', 'no_answer', ''],
    ['it undelivered where nobody else can be called', 'out_for_delivery', 'committee', 'no_answer', 'undelivered'],
    ['120 at once both', 'out_for_delivery', 'emergency', 'told', 'undelivered welfare_check'],
    ['120 after the committee nothing more', 'welfare_check', 'emergency', 'told', ''],
  ] as const)('makes of %s', (_, status, step, outcome, wanted) => {
    expect(
      movesOf(status, { step, outcome })
        .map(({ to }) => to)
        .join(' '),
    ).toBe(wanted)
  })
})
