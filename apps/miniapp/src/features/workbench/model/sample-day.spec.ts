import type { SampleView } from '@wanli/contracts/kitchen'
import { goneText, stampOf } from './sample-day'

const box = {
  keepUntil: '2026-11-25T02:45:00.000Z',
  discardedAt: null,
  discardedBy: null,
} as SampleView

it('says a time by its date, as it is read on paper too', () => {
  expect(stampOf('2026-11-23T18:05:00.000Z')).toBe('11月24日 2:05')
})

it.each([
  ['2026-11-25T02:44:59.000Z', {}, '还在冰箱里'],
  ['2026-11-25T02:45:00.000Z', {}, '到时间了，还没处理'],
  [
    '2027-05-01T00:00:00.000Z',
    { discardedAt: '2026-11-25T03:02:00.000Z', discardedBy: '周师傅' },
    '11月25日 11:02 周师傅处理',
  ],
])('says at %s what became of a box', (now, change, words) => {
  expect(goneText({ ...box, ...change }, new Date(now))).toBe(words)
})
