import { asApiError } from './api-error'

/** Whether a form was sent again, changed, after its answer was lost: its first try may have been taken, and nobody has told its person. */
export const isLostAnswer = (thrown: unknown): boolean => asApiError(thrown).code === 'request.idempotency_mismatch'

/** Where a person sees whether the first try of a form was taken. */
export interface Look {
  /** What may have happened to this thing, and to look first: `上一次可能已经存上了，先看看地址`. */
  text: string
  /** What a tap does, in words: `看地址`. */
  act: string
  onTap: () => void
}

/** What stands above the button of a form that was not taken. */
interface Refused {
  refused: string
  act?: string
  onRefused?: () => void
}

/**
 * Why a form was not taken: what the server said, or, where an answer was lost and another form was sent after it, where to look. Nothing
 * when nothing was refused.
 */
export function refusedBy(thrown: unknown, { text, act, onTap }: Look): Refused {
  if (thrown === null || thrown === undefined) return { refused: '' }
  return isLostAnswer(thrown) ? { refused: text, act, onRefused: onTap } : { refused: asApiError(thrown).detail }
}
