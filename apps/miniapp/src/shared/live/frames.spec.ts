import { expect, it } from '@jest/globals'
import { readFrames } from './frames'

it('reads whole frames and keeps the one that is still coming', () => {
  const text = 'retry: 3000\nid: 4\n\nevent: changed\ndata: {"topic":"orders","id":"a"}\n\nid: 6\nevent: changed\nda'
  expect(readFrames(text)).toEqual({
    events: [{ topic: 'orders', id: 'a' }],
    cursor: '4',
    rest: 'id: 6\nevent: changed\nda',
  })
})

it('passes over a heartbeat and what it cannot read, and still moves on', () => {
  expect(readFrames(': still here\nid: 9\n\ndata: {"a":1}\n\ndata: nonsense\n\n')).toEqual({
    events: [],
    cursor: '9',
    rest: '',
  })
})
