import { expect, it } from '@jest/globals'
import type { NoticeView } from '@wanli/contracts/notices'
import { doorOf } from './open-notice'

const page = (kind: NoticeView['kind'], subject: NoticeView['subject']): string | undefined =>
  doorOf({ kind, subject })?.page

it('leads to what a notice is about', () => {
  expect(doorOf({ kind: 'order_placed', subject: { kind: 'order', id: 'o1' } })).toEqual({
    page: '/features/canteen/pages/order/index',
    params: { id: 'o1' },
  })
  expect(page('no_answer', { kind: 'order', id: 'o1' })).toBe('/features/canteen/pages/way/index')
  expect(page('mandate_offered', { kind: 'mandate', id: 'm' })).toContain('/mandates/')
  expect(doorOf({ kind: 'run_free', subject: { kind: 'run', id: 'r1' } })).toEqual({
    page: '/features/workbench/pages/run/index',
    params: { id: 'r1' },
  })
  expect(page('money_added', { kind: 'wallet', id: 'w' })).toContain('/statement/')
})

it('leads to the log when somebody looked, and to the privacy centre for the rest of it', () => {
  expect(page('data_viewed', { kind: 'privacy', id: 'p' })).toContain('/access-log/')
  expect(page('account', { kind: 'privacy', id: 'p' })).toContain('/privacy/')
})

it('leads nowhere when there is nothing to see', () => {
  expect(doorOf({ kind: 'account', subject: null })).toBeNull()
})
