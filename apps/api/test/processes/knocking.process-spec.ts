import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

import { emptyDatabase, type TestDatabase } from '../support/database.js'
import { freePort, startProcess, type ServerProcess } from '../support/process.js'

const PHONES = 1_000
/** A phone that is not heard knocks again after 1 s, 3 s, 7 s: a server that stands still hears none of them. */
const TIMEOUT_MS = 20_000

let database: TestDatabase
let server: ServerProcess
let port: number

beforeAll(async () => {
  database = await emptyDatabase()
  port = await freePort()
  const { DATA_DIR, DATABASE_URL } = database
  server = await startProcess({
    PORT: String(port),
    TOKEN_SECRET: 'a secret of the knocking phones, long enough',
    SEALING_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    INDEX_KEY: 'an index key that only this test suite knows',
    // They all come from this machine.
    RATE_ADDRESS: '100000',
    DATA_DIR,
    ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
  })
})
afterAll(async () => {
  server.goOn()
  await server.stop()
  await database.remove()
})

/** Asks on an open connection, and tells the first line of the answer. */
async function answerTo(socket: Socket): Promise<string> {
  let answer = ''
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString('latin1')))
  socket.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  await once(socket, 'close')
  return answer.split('\r\n')[0] ?? ''
}

it(
  'hears a thousand phones that knock in the same moment, while it is busy',
  async () => {
    server.halt()
    const sockets = [...Array(PHONES).keys()].map(() => connect(port, '127.0.0.1'))
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    server.goOn()
    const answers = await Promise.all(sockets.map(answerTo))
    expect(answers.filter((line) => line === 'HTTP/1.1 200 OK')).toHaveLength(PHONES)
  },
  TIMEOUT_MS,
)
