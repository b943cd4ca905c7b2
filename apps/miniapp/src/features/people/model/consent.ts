import type { ConsentView, DocumentView } from '@wanli/contracts/privacy'
import { compareTimes } from '@wanli/kernel/shanghai-time'

/** What somebody said to a document: nothing yet, yes, yes to an older version, or not any more. */
export type ConsentState = 'none' | 'given' | 'older' | 'withdrawn'

/** The answer that stands for a document, by the newest consent to it. */
export function consentState(document: Pick<DocumentView, 'document'>, consents: readonly ConsentView[]): ConsentState {
  const own = consents
    .filter((consent) => consent.document === document.document)
    .sort((a, b) => compareTimes(b.givenAt, a.givenAt))
  const [newest] = own
  if (!newest) return 'none'
  if (newest.withdrawnAt !== null) return 'withdrawn'
  return newest.current ? 'given' : 'older'
}
