import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { UPLOADS } from '@wanli/kernel/limits'
import sharp from 'sharp'

import { Transactions } from '../../src/database/transactions.js'
import { UploadsService } from '../../src/uploads/uploads.service.js'
import { Upload } from '../../src/uploads/upload.entity.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows } from '../support/database.js'
import { Make } from '../support/make.js'
import { photo, sendPicture } from '../support/pictures.js'

let app: TestApp
let make: Make
let mine: Api
let personId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-23T02:00:00.000Z')
  await deleteAllRows(app.dataSource)
  make = new Make(app)
  await make.street()
  personId = (await make.person()).id
  mine = new Api(app).as(personId)
})

const uploads = (): UploadsService => app.nest.get(UploadsService, { strict: false })
const see = (url: string): Promise<Response> => fetch(`${app.url}${url}`)
const bytesOf = async (url: string): Promise<Buffer> => Buffer.from(await (await see(url)).arrayBuffer())
const files = (): string[] =>
  readdirSync(join(app.database.DATA_DIR, 'uploads'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.jpg'))
const send = async (bytes?: Buffer) => (await sendPicture(app, mine, bytes ?? (await photo()))).reply

describe('a picture', () => {
  it('is kept upright, small enough, and without what the phone wrote into it', async () => {
    const { status, reply } = await sendPicture(app, mine, await photo({ width: 4000, height: 2000 }))
    expect(status).toBe(200)
    // Orientation 6: what the sensor wrote lying is seen standing.
    expect(reply).toMatchObject({ status: 'ready', width: 800, height: 1600 })
    const bytes = await bytesOf(reply.url)
    const metadata = await sharp(bytes).metadata()
    expect(metadata).toMatchObject({ format: 'jpeg', width: 800, height: 1600 })
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(Array(4).fill(undefined))
    for (const secret of ['SecretPhone', 'secret-owner', '王秀珍']) expect(bytes.includes(secret)).toBe(false)
  })

  it.each(['png', 'webp', 'avif'] as const)('may be %s, whatever the form calls it', async (format) => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } })
      .toFormat(format)
      .toBuffer()
    const { status, reply } = await sendPicture(app, mine, bytes, { type: 'text/plain' })
    expect([status, reply.width, reply.height]).toEqual([200, 60, 40])
    expect((await sharp(await bytesOf(reply.url)).metadata()).format).toBe('jpeg')
  })

  it('is nothing else: no text, drawing, animation, torn file or bomb, whatever it is called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer()
    const whole = await photo()
    // 12,000 × 12,000 pixels in a few kilobytes: 412 MB once decoded.
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(UPLOADS.maxBytes)
    for (const bytes of ['你好', svg, gif, whole.subarray(0, whole.length / 2), bomb, Buffer.alloc(0)])
      expect(refusalOf(await sendPicture(app, mine, bytes))).toBe('415 uploads.not_a_picture')
    expect(await app.dataSource.manager.count(Upload)).toBe(0)
  })

  it('comes in the field file of a form, at most 8 MiB', async () => {
    expect(refusalOf(await sendPicture(app, mine, await photo(), { field: 'picture' }))).toBe(
      '415 uploads.not_a_picture',
    )
    const json = await mine.raw('POST /uploads', { body: { file: 'x' } })
    expect(refusalOf(json)).toBe('415 uploads.not_a_picture')
    const large = await sendPicture(app, mine, Buffer.alloc(UPLOADS.maxBytes + 1))
    expect([refusalOf(large), large.problem.params]).toEqual(['413 request.too_large', { maxBytes: UPLOADS.maxBytes }])
    // Noise does not compress: a photo of several megabytes is taken.
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const heavy = await sharp({ create: { width: 1800, height: 1300, channels: 3, background: '#000', noise } })
      .png()
      .toBuffer()
    expect(heavy.length).toBeGreaterThan(5 * 1024 * 1024)
    expect((await sendPicture(app, mine, heavy)).status).toBe(200)
  })

  it('needs somebody signed in, and no other route takes a form', async () => {
    expect(refusalOf(await sendPicture(app, new Api(app), await photo()))).toBe('401 auth.required')
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(await photo())]), 'photo.jpg')
    const headers = { Authorization: `Bearer ${await mine.token()}` }
    const response = await fetch(`${app.url}/api/v1/me`, { method: 'PATCH', headers, body: form })
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      415,
      'request.unsupported_type',
    ])
  })

  it('may be one of thirty a day, also when forty come at once', async () => {
    const bytes = await photo({ width: 8, height: 8 })
    const answers = await Promise.all([...Array(40).keys()].map(() => sendPicture(app, mine, bytes)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(refusalOf))).toEqual(
      new Set(['409 uploads.too_many']),
    )
    expect(await app.dataSource.manager.count(Upload)).toBe(30)
    app.clock.set('2026-11-24T02:00:00.000Z')
    expect((await sendPicture(app, mine, bytes)).status).toBe(200)
  })
})

describe('a link to a picture', () => {
  it('shows it without a token, as a picture and nothing else, kept by that browser only', async () => {
    const { url, urlExpiresAt } = await send()
    const response = await see(url)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600, immutable',
    })
    expect(urlExpiresAt).toBe('2026-11-23T03:00:00.000Z')
  })

  it('stays the same for half an hour, so that it is loaded once, and ends within the hour', async () => {
    const { id, url } = await send()
    const again = async () => (await mine.call('GET /uploads/:id', { params: { id } })).reply.url
    app.clock.set('2026-11-23T02:29:59.000Z')
    expect(await again()).toBe(url)
    app.clock.set('2026-11-23T02:59:59.000Z')
    expect((await see(url)).status).toBe(200)
    expect(await again()).not.toBe(url)
    app.clock.set('2026-11-23T03:00:00.000Z')
    const late = await see(url)
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([404, 'uploads.link_expired'])
    expect((await see(await again())).status).toBe(200)
  })

  it('is for that picture and that time: anything else in it is nothing', async () => {
    const first = await send()
    const second = await send()
    const forged = [
      first.url.replace(first.id, second.id),
      first.url.replace(/until=\d+/, 'until=99999999999'),
      first.url.replace(/signature=.{4}/, 'signature=AAAA'),
    ]
    for (const url of forged) {
      const response = await see(url)
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'uploads.not_found'])
    }
    expect((await see(first.url.split('?')[0]!)).status).toBe(422)
  })
})

describe('a picture of somebody', () => {
  it('is theirs alone', async () => {
    const { id } = await send()
    const stranger = new Api(app).as((await make.person()).id)
    expect(refusalOf(await stranger.call('GET /uploads/:id', { params: { id } }))).toBe('404 uploads.not_found')
    expect((await mine.call('GET /uploads/:id', { params: { id } })).reply).toMatchObject({ id, status: 'ready' })
  })

  it('goes after a day when it became part of nothing, with its file', async () => {
    const orphan = await send()
    const used = await send()
    const run = app.nest.get(Transactions)
    await run.run((tx) => uploads().attach(tx, { id: used.id, uploaderId: personId, ownerId: personId }))
    app.clock.set('2026-11-24T01:59:00.000Z')
    expect(await uploads().sweep()).toBe(0)
    app.clock.set('2026-11-24T02:00:01.000Z')
    expect(await uploads().sweep()).toBe(1)
    expect(files()).toContainEqual(expect.stringContaining(used.id))
    expect(files()).not.toContainEqual(expect.stringContaining(orphan.id))
    expect(refusalOf(await mine.call('GET /uploads/:id', { params: { id: orphan.id } }))).toBe('404 uploads.not_found')
  })

  it('goes also when the file of another cannot be taken away, which waits for the next time', async () => {
    const [stuck, other] = [await send(), await send()]
    const path = join(app.database.DATA_DIR, 'uploads', stuck.id.slice(-2), `${stuck.id}.jpg`)
    // What is no file cannot be removed as one.
    rmSync(path)
    mkdirSync(path)
    app.clock.set('2026-11-24T02:00:01.000Z')
    expect(await uploads().sweep()).toBe(1)
    expect(files()).not.toContainEqual(expect.stringContaining(other.id))
    expect(await app.dataSource.manager.find(Upload)).toMatchObject([{ id: stuck.id }])
    rmdirSync(path)
    expect(await uploads().sweep()).toBe(1)
  })

  it('leaves nothing of a file whose process ended while it was written', async () => {
    const { id } = await send()
    const path = join(app.database.DATA_DIR, 'uploads', id.slice(-2), `${id}.jpg`)
    rmSync(path)
    writeFileSync(`${path}.part`, 'half a picture')
    app.clock.set('2026-11-24T02:00:01.000Z')
    expect(await uploads().sweep()).toBe(1)
    const left = readdirSync(join(app.database.DATA_DIR, 'uploads'), { recursive: true }).map(String)
    expect(left.filter((name) => name.includes(id))).toEqual([])
  })

  it('becomes part of one thing only, and only by who sent it', async () => {
    const { id } = await send()
    const other = (await make.person()).id
    const attach = (uploaderId: string, ownerId: string) =>
      app.nest.get(Transactions).run((tx) => uploads().attach(tx, { id, uploaderId, ownerId }))
    await expect(attach(other, other)).rejects.toMatchObject({ code: 'uploads.not_found' })
    await attach(personId, other)
    await expect(attach(personId, personId)).rejects.toMatchObject({ code: 'uploads.not_found' })
    // It is the other's now.
    expect((await new Api(app).as(other).call('GET /uploads/:id', { params: { id } })).status).toBe(200)
    expect((await mine.call('GET /uploads/:id', { params: { id } })).status).toBe(404)
  })
})
