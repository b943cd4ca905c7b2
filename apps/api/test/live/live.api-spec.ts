import { once } from 'node:events'
import { connect } from 'node:net'

import type { LiveEvent } from '@wanli/contracts/live'
import type { Role } from '@wanli/contracts/people'

import { Transactions } from '../../src/database/transactions.js'
import { LiveEventRow } from '../../src/live/live-event.entity.js'
import { LiveStreams } from '../../src/live/live-streams.js'
import { LiveService } from '../../src/live/live.service.js'
import { Api, newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { migratedDatabase, type TestDatabase } from '../support/database.js'
import { behindGap } from '../support/live.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { Make } from '../support/make.js'
import { until } from '../support/until.js'

let database: TestDatabase
let apps: TestApp[]
let app: TestApp
let lunch: Lunch
const open: Stream[] = []

beforeAll(async () => {
  database = await migratedDatabase()
  apps = [await startApp({}, database)]
  // A SQLite file has one process: there one server plays both.
  apps.push(database.DATABASE_URL === undefined ? apps[0]! : await startApp({}, database))
  app = apps[0]!
})
afterAll(async () => {
  for (const one of new Set(apps)) await one.close()
  await database.remove()
})
beforeEach(async () => {
  for (const stream of open.splice(0)) stream.leave()
  await until(() => apps.every((one) => streamsOf(one).count === 0), 'streams of the last test are gone')
  for (const one of apps) one.clock.set('2026-11-23T02:00:00.000Z')
  lunch = await setLunch(app)
})

const streamsOf = (one: TestApp): LiveStreams => one.nest.get(LiveStreams, { strict: false })

interface Stream {
  events: LiveEvent[]
  text: () => string
  lastId: () => string | undefined
  headers: Headers
  ended: () => boolean
  leave: () => void
}

/** A client of `GET /live` as the app is one: fetch, with the token in a header. */
async function listen(
  personId: string,
  given: { at?: TestApp; roles?: { role: Role; scopeId?: string }[]; after?: string; token?: string } = {},
): Promise<Stream> {
  const at = given.at ?? app
  const token = given.token ?? (await new Api(at).as(personId, given.roles).token())
  const control = new AbortController()
  const response = await fetch(`${at.url}/api/v1/live`, {
    headers: {
      Authorization: `Bearer ${token}`,
      'Accept-Encoding': 'gzip, br',
      ...(given.after === undefined ? {} : { 'Last-Event-ID': given.after }),
    },
    signal: control.signal,
  })
  let text = ''
  let ended = false
  const stream: Stream = {
    events: [],
    text: () => text,
    lastId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1],
    headers: response.headers,
    ended: () => ended,
    leave: () => control.abort(),
  }
  open.push(stream)
  void (async () => {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true })
        stream.events = [...text.matchAll(/^event: changed\ndata: (.*)$/gm)].map(
          (match) => JSON.parse(match[1]!) as LiveEvent,
        )
      }
    } catch {
      // The test left.
    }
    ended = true
  })()
  await until(() => stream.lastId() !== undefined, 'the stream says where it begins')
  return stream
}

const order = async (personId: string): Promise<string> =>
  (await lunch.api.as(personId).call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })).reply.id
const change = (personId: string, id: string): Promise<void> => {
  const live = app.nest.get(LiveService, { strict: false })
  return app.nest.get(Transactions).run((tx) => live.changed(tx, { topic: 'wallet', audience: { personId }, id }))
}

describe('the stream', () => {
  it('tells within a second what was written in another process, and nothing to other people', async () => {
    const eater = (await lunch.make.elder(70)).id
    const mine = await listen(eater, { at: apps[1]! })
    const stranger = await listen((await lunch.make.person()).id, { at: apps[1]! })
    const startedAt = performance.now()
    const id = await order(eater)
    await until(() => mine.events.some((event) => event.topic === 'orders'), 'the order arrives')
    expect(performance.now() - startedAt).toBeLessThan(1_500)
    expect(mine.events).toContainEqual({ topic: 'orders', id })
    expect(mine.events.map((event) => event.topic).sort()).toEqual(['notices', 'orders'])
    expect(stranger.events).toEqual([])
    expect(mine.headers.get('content-type')).toContain('text/event-stream')
    expect(mine.headers.get('content-encoding')).toBeNull()
    expect(mine.text()).toContain('retry: ')
  })

  it('tells a board to the staff of its canteen only', async () => {
    const other = await lunch.make.canteen('别的食堂')
    const staff = async (...roles: { role: Role; scopeId?: string }[]) =>
      listen((await lunch.make.person()).id, { roles })
    const here = await staff({ role: 'canteen_staff', scopeId: lunch.canteen.id })
    const elsewhere = await staff({ role: 'canteen_staff', scopeId: other.id })
    const nobody = await staff({ role: 'resident' })
    const id = await order((await lunch.make.person()).id)
    await until(() => here.events.length > 0, 'the board learns of it')
    expect(here.events).toEqual([{ topic: `board:${lunch.canteen.id}`, id }])
    expect([...elsewhere.events, ...nobody.events]).toEqual([])
  })

  it('goes on where it broke off', async () => {
    const { id } = await lunch.make.person()
    const first = await listen(id)
    await change(id, 'one')
    await until(() => first.events.length === 1, 'the first change')
    const after = first.lastId()!
    first.leave()
    await change(id, 'two')
    const second = await listen(id, { after })
    await until(() => second.events.length > 0, 'what was missed')
    expect(second.events).toEqual([{ topic: 'wallet', id: 'two' }])
  })

  it('tells what was committed late under an early number', async () => {
    const { id } = await lunch.make.person()
    await change(id, 'before')
    const stream = await listen(id)
    const { manager } = app.dataSource
    const [last] = await manager.find(LiveEventRow, { order: { id: 'DESC' }, take: 1 })
    const row = (number: number, subjectId: string) =>
      manager.insert(LiveEventRow, {
        id: number,
        changes: [['wallet', `person:${id}`, subjectId]],
        createdAt: app.clock.now(),
      })
    await row(last!.id + 2, 'early commit')
    await until(() => stream.events.length === 1, 'the later number')
    await row(last!.id + 1, 'late commit')
    await until(() => stream.events.length === 2, 'the earlier number')
    expect(stream.events.map((event) => event.id)).toEqual(['early commit', 'late commit'])
  })

  it('goes on behind a number that nobody ever commits, however many come after it', async () => {
    const { id } = await lunch.make.person()
    await change(id, 'before')
    const stream = await listen(id)
    await behindGap(app, id, 301)
    await until(() => stream.events.some((event) => event.id === 'change 301'), 'the last of them')
    expect(stream.events).toHaveLength(301)
  })

  it('ends with its token, and is forgotten when the client leaves', async () => {
    const { id } = await lunch.make.person()
    const staying = await listen(id)
    const leaving = await listen(id)
    expect(streamsOf(app).count).toBe(2)
    leaving.leave()
    await until(() => streamsOf(app).count === 1, 'the client that left is forgotten')
    app.clock.set('2026-11-23T02:16:00.000Z')
    await until(() => staying.ended(), 'the token ends')
    expect(streamsOf(app).count).toBe(0)
  })

  it('ends at the next beat once its caller has signed out, wherever they did', async () => {
    const { id } = await lunch.make.person()
    const gone = await listen(id, { at: apps[1]! })
    const staying = await listen((await lunch.make.person()).id, { at: apps[1]! })
    expect((await lunch.api.as(id).call('POST /auth/sign-out')).status).toBe(200)
    await streamsOf(apps[1]!).dismiss()
    await until(() => gone.ended(), 'the stream of who signed out ends')
    expect(staying.ended()).toBe(false)
    expect(streamsOf(apps[1]!).count).toBe(1)
  })

  it('ends at the next beat once a role was taken, and the same token hears no more of its board', async () => {
    const cookId = (await lunch.make.person()).id
    const roles = [{ role: 'canteen_staff' as const, scopeId: lunch.canteen.id }]
    const token = (await lunch.api.as(cookId, roles).token()) ?? ''
    const board = await listen(cookId, { token })
    const eater = await listen((await lunch.make.person()).id)
    const cook = lunch.api.with(token)
    const { cursor } = (await cook.call('GET /live/changes')).reply
    await app.dismiss(cookId)
    await streamsOf(app).dismiss()
    await until(() => board.ended(), 'the stream of the board ends')
    expect(eater.ended()).toBe(false)
    const again = await listen(cookId, { token })
    const id = await order((await lunch.make.person()).id)
    await change(cookId, 'own')
    await until(() => again.events.length > 0, 'what is their own')
    expect(again.events).toEqual([{ topic: 'wallet', id: 'own' }])
    const { items } = (await cook.call('GET /live/changes', { query: { after: cursor } })).reply
    expect(items.map((item) => item.id)).not.toContain(id)
  })

  it('needs a token in the header', async () => {
    const token = await lunch.api.as((await lunch.make.person()).id).token()
    for (const path of ['/live', `/live?token=${token}`, '/live/changes'])
      expect((await fetch(`${app.url}/api/v1${path}`)).status).toBe(401)
  })

  it('lets the server stop, also while somebody has connected and asks nothing', async () => {
    const alone = await startApp()
    const make = new Make(alone)
    await make.street()
    const token = await new Api(alone).as((await make.person()).id).token()
    const response = await fetch(`${alone.url}/api/v1/live`, { headers: { Authorization: `Bearer ${token}` } })
    await until(() => streamsOf(alone).count === 1, 'the stream is open')
    const silent = connect(Number(new URL(alone.url).port), '127.0.0.1')
    await once(silent, 'connect')
    const startedAt = performance.now()
    await alone.close()
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    await response.text()
  })
})

describe('the polling twin', () => {
  it('begins empty, then tells each change once', async () => {
    const { id } = await lunch.make.person()
    const api = lunch.api.as(id)
    const ask = async (after?: string) =>
      (await api.call('GET /live/changes', after === undefined ? {} : { query: { after } })).reply
    await change(id, 'before')
    const start = await ask()
    expect(start.items).toEqual([])
    await change(id, 'one')
    await change(id, 'one')
    await change((await lunch.make.person()).id, 'not mine')
    const next = await ask(start.cursor)
    expect(next.items).toEqual([{ topic: 'wallet', id: 'one' }])
    expect((await ask(next.cursor)).items).toEqual([])
  })

  it('refuses a cursor that is not ours', async () => {
    const api = lunch.api.as((await lunch.make.person()).id)
    expect((await api.call('GET /live/changes', { query: { after: 'no cursor!' } })).status).toBe(422)
  })

  it('forgets events after a day', async () => {
    const { id } = await lunch.make.person()
    await change(id, 'one')
    const live = app.nest.get(LiveService, { strict: false })
    app.clock.set('2026-11-24T01:00:00.000Z')
    await live.forgetOld()
    expect(await app.dataSource.manager.count(LiveEventRow)).toBe(1)
    app.clock.set('2026-11-24T03:00:00.000Z')
    await live.forgetOld()
    expect(await app.dataSource.manager.count(LiveEventRow)).toBe(0)
  })
})
