import { LiveStreams } from '../../src/live/live-streams.js'
import { startApp, type TestApp } from '../support/app.js'
import { Api } from '../support/api.js'
import { Make } from '../support/make.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

it('a screen that hangs on again while the server ends is sent away, so that the server can end', async () => {
  const person = await new Make(app).stranger()
  const authorization = `Bearer ${await new Api(app).as(person.id).token()}`
  // A stream that does not end is left, and fails the test instead of keeping it for ever.
  const signal = AbortSignal.timeout(4_000)
  const stream = () => fetch(`${app.url}/api/v1/live`, { headers: { authorization }, signal })
  const first = await stream()
  const streams = app.nest.get(LiveStreams, { strict: false })
  streams.beforeApplicationShutdown()
  await first.text()
  const again = await stream()
  expect([again.status, await again.text()]).toEqual([200, ''])
  expect(streams.count).toBe(0)
})
