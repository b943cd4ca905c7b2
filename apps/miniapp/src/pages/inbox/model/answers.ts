import type { CreditsRequest } from '@wanli/contracts/notices'

type Answer = CreditsRequest['answers'][string]

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'] satisfies Answer[]
const isAnswer = (value: unknown): value is Answer => typeof value === 'string' && ANSWERS.includes(value)

/** What the person said to each template, out of WeChat's reply, which holds other things too (`errMsg`). */
export function answersOf(reply: object, templateIds: readonly string[]): CreditsRequest['answers'] {
  const answers: CreditsRequest['answers'] = {}
  for (const [id, answer] of Object.entries(reply)) {
    if (templateIds.includes(id) && isAnswer(answer)) answers[id] = answer
  }
  return answers
}
