import { expect, it } from '@jest/globals'
import type { ConsentView } from '@wanli/contracts/privacy'
import { consentState } from './consent'

const document = { document: 'privacy' as const }
const consent = (change: Partial<ConsentView>): ConsentView => ({
  document: 'privacy',
  version: '1',
  current: true,
  givenAt: '2026-11-01T00:00:00.000Z',
  withdrawnAt: null,
  channel: 'app',
  ...change,
})

it('reads the newest answer to a document', () => {
  expect(consentState(document, [])).toBe('none')
  expect(consentState(document, [consent({ document: 'terms' })])).toBe('none')
  expect(consentState(document, [consent({})])).toBe('given')
  expect(consentState(document, [consent({ current: false })])).toBe('older')
  const later = consent({ givenAt: '2026-11-02T00:00:00.000Z', withdrawnAt: '2026-11-03T00:00:00.000Z' })
  expect(consentState(document, [consent({}), later])).toBe('withdrawn')
})
