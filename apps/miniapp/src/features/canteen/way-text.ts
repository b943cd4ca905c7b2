import type { AttemptOutcome, LadderStep } from '@wanli/contracts/delivery'

/** Words to the eater who is looked for, on the page of their own order. */
export const LOOKED_FOR_TEXT = { title: '食堂正在找你', line: '听到请开门，或打食堂电话' } as const

/** Words to who looks after somebody that does not answer their door. */
export const RING_TEXT = {
  ring: (name: string) => `给${name}打电话`,
  dial: (phone: string) => `打 ${phone}`,
  logged: '看号码会记下来，本人看得到。',
} as const

const CALLED = { no_answer: '，没接', answered: '，接了', told: '，说好了' } as const
/** A knock is only written down when nobody answered, and waiting has no other end: their step says it all. */
const SAID = { no_answer: '', answered: '', told: '' } as const

/** What a step came to, after the words of the step: `打了本人电话` `，没接`. */
export const OUTCOME_TEXT = {
  knock: SAID,
  wait: SAID,
  self: CALLED,
  contact: CALLED,
  committee: { no_answer: '，电话没接', answered: '，电话接了', told: '，有人去了' },
  emergency: { no_answer: '，没打通', answered: '，接了', told: '，有人来' },
} as const satisfies Record<LadderStep, Record<AttemptOutcome, string>>
