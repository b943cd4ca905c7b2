import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { serve } from '../../../test/taro-stand-in'
import { send } from './request'
import { onServerTime, serverNow } from './server-clock'

const NOON = Date.parse('2026-11-23T04:00:00.000Z')

beforeEach(() => {
  jest.useFakeTimers({ now: NOON })
})
afterEach(() => {
  jest.useRealTimers()
})

/** An answer that left the server when its clock was `aheadMs` ahead of this device's clock as it came. */
async function answer(aheadMs: number, name = 'x-server-time'): Promise<void> {
  const header = { [name]: new Date(Date.now() + aheadMs).toISOString() }
  serve(() => ({ statusCode: 200, data: {}, header }))
  await send({ method: 'GET', url: '/api/v1/me', header: {}, body: undefined, keeps: false })
}
const aheadMs = (): number => serverNow().getTime() - Date.now()

it('is what the server says, however its header is spelt, and runs on with this device', async () => {
  await answer(240_000, 'X-Server-Time')
  expect(aheadMs()).toBe(240_000)
  jest.advanceTimersByTime(60_000)
  expect(serverNow()).toEqual(new Date(NOON + 300_000))
})

it('believes the answer that came quickest, and a clock that was set', async () => {
  await answer(240_000)
  await answer(239_000)
  expect(aheadMs()).toBe(240_000)
  await answer(240_030)
  expect(aheadMs()).toBe(240_030)
  await answer(-3_600_000)
  expect(aheadMs()).toBe(-3_600_000)
  await answer(0)
  expect(aheadMs()).toBe(0)
})

it('tells who shows the time when it has jumped, and of nothing less', async () => {
  await answer(0)
  let told = 0
  const stop = onServerTime(() => (told += 1))
  await answer(200)
  expect(told).toBe(0)
  await answer(120_000)
  expect(told).toBe(1)
  stop()
  await answer(0)
  expect(told).toBe(1)
})

it('stays as it is when an answer says nothing of it', async () => {
  await answer(5_000)
  serve(() => ({ statusCode: 200, data: {} }))
  await send({ method: 'GET', url: '/api/v1/me', header: {}, body: undefined, keeps: false })
  expect(aheadMs()).toBe(5_000)
})
