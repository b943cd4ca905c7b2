import { expect, it } from '@jest/globals'
import type { LiveTopic } from '@wanli/contracts/live'
import { staleKeys } from './topics'

it('names everything that changes make stale, each once', () => {
  expect(staleKeys(['orders', 'wallet', 'orders', 'mandates'])).toEqual([
    ['canteen', 'orders'],
    ['canteen', 'order'],
    ['wallet'],
    ['canteen', 'quote'],
    ['people'],
  ])
})

it('reads the board of any canteen again', () => {
  expect(staleKeys(['board:one', 'board:two'])).toEqual([['canteen', 'board']])
})

it('takes no notice of a topic it does not know', () => {
  expect(staleKeys(['weather' as LiveTopic])).toEqual([])
})
