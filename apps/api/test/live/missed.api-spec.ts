import { Transactions } from '../../src/database/transactions.js'
import { LiveService } from '../../src/live/live.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { behindGap } from '../support/live.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

const change = (personId: string, id: string): Promise<void> => {
  const live = app.nest.get(LiveService, { strict: false })
  return app.nest.get(Transactions).run((tx) => live.changed(tx, { topic: 'wallet', audience: { personId }, id }))
}

describe('whoever asks what they missed', () => {
  it('is answered at once behind a number that nobody ever commits, and told each change once', async () => {
    const { id } = await lunch.make.person()
    const ask = async (after: string) => (await lunch.api.as(id).call('GET /live/changes', { query: { after } })).reply
    await change(id, 'before')
    const { cursor } = (await lunch.api.as(id).call('GET /live/changes', {})).reply
    await behindGap(app, id, 301)
    const first = await ask(cursor)
    expect(first.items).toHaveLength(301)
    await change(id, 'one more')
    const second = await ask(first.cursor)
    expect(second.items).toEqual([{ topic: 'wallet', id: 'one more' }])
    expect((await ask(second.cursor)).items).toEqual([])
  })

  it('is told that everything has changed when that were thousands of changes', async () => {
    const { id } = await lunch.make.person()
    const { id: canteenId } = lunch.canteen
    const cook = lunch.api.as(id, [{ role: 'canteen_staff', scopeId: canteenId }])
    await change(id, 'before')
    const { cursor } = (await cook.call('GET /live/changes', {})).reply
    await behindGap(app, (await lunch.make.person()).id, 5_200)
    const missed = (await cook.call('GET /live/changes', { query: { after: cursor } })).reply
    const topics = ['notices', 'orders', 'wallet', 'mandates', `board:${canteenId}`]
    expect(missed.items.map(({ topic }) => topic)).toEqual(topics)
    await change(id, 'one more')
    const next = (await cook.call('GET /live/changes', { query: { after: missed.cursor } })).reply
    expect(next.items).toEqual([{ topic: 'wallet', id: 'one more' }])
  })
})
