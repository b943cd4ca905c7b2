import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { atMostOncePer } from './at-most-once-per'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

it('does the first at once, a burst once a second, and the last of it after the last', () => {
  const done: string[] = []
  const { call } = atMostOncePer(1_000, (name) => done.push(name))
  for (let n = 0; n < 25; n += 1) {
    call('board')
    jest.advanceTimersByTime(100)
  }
  expect(done).toHaveLength(3)
  jest.advanceTimersByTime(1_000)
  expect(done).toHaveLength(4)
  jest.advanceTimersByTime(10_000)
  expect(done).toHaveLength(4)
})

it('keeps one name waiting for itself only, and nothing once it is stopped', () => {
  const done: string[] = []
  const { call, stop } = atMostOncePer(1_000, (name) => done.push(name))
  for (const name of ['board', 'wallet', 'board']) call(name)
  expect(done).toEqual(['board', 'wallet'])
  stop()
  jest.advanceTimersByTime(5_000)
  expect(done).toEqual(['board', 'wallet'])
})
