import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { Make } from '../support/make.js'
import { photo, sendPicture } from '../support/pictures.js'
import { UploadsService } from '../../src/uploads/uploads.service.js'

const SECRET = 'a secret of the store'
const KEY_ID = 'store-key'
const REGION = 'cn-east-1'

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The signature AWS Signature Version 4 asks for, computed from its description, not by the client's library. */
function signatureOf(request: IncomingMessage, body: Buffer): string {
  const authorization = String(request.headers.authorization)
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? ''
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const hash = String(request.headers['x-amz-content-sha256'] ?? sha256(body))
  const canonical = [request.method, request.url, '', headers.join(''), names, hash].join('\n')
  const date = String(request.headers['x-amz-date'])
  const scope = `${date.slice(0, 8)}/${REGION}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')
  const key = [REGION, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${SECRET}`, date.slice(0, 8)))
  const signature = hmac(key, toSign).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${KEY_ID}/${scope}, SignedHeaders=${names}, Signature=${signature}`
}

const objects = new Map<string, Buffer>()
let server: Server
let app: TestApp

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const path = request.url ?? ''
      if (request.headers.authorization !== signatureOf(request, body)) return response.writeHead(403).end()
      if (request.method === 'PUT') objects.set(path, body)
      if (request.method === 'DELETE') objects.delete(path)
      const found = objects.get(path)
      if (request.method === 'GET') return response.writeHead(found === undefined ? 404 : 200).end(found)
      return response.writeHead(request.method === 'PUT' ? 200 : 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  app = await startApp({
    UPLOADS_S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    UPLOADS_S3_BUCKET: 'wanli-pictures',
    UPLOADS_S3_REGION: REGION,
    UPLOADS_S3_KEY_ID: KEY_ID,
    UPLOADS_S3_SECRET: SECRET,
  })
})
afterAll(async () => {
  await app.close()
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

describe('an S3-compatible store', () => {
  it('keeps a picture under its id, gives it back through the signed link, and lets it go', async () => {
    const make = new Make(app)
    await make.street()
    const mine = new Api(app).as((await make.person()).id)
    const { status, reply } = await sendPicture(app, mine, await photo())
    expect(status).toBe(200)
    expect([...objects.keys()]).toEqual([`/wanli-pictures/${reply.id}.jpg`])
    const seen = Buffer.from(await (await fetch(`${app.url}${reply.url}`)).arrayBuffer())
    expect(seen.equals([...objects.values()][0]!)).toBe(true)
    app.clock.set('2026-11-24T02:00:01.000Z')
    expect(await app.nest.get(UploadsService, { strict: false }).sweep()).toBe(1)
    expect(objects.size).toBe(0)
    // Sweeping what is gone already does no harm.
    expect(await app.nest.get(UploadsService, { strict: false }).sweep()).toBe(0)
  })
})
