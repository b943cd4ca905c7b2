import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { makeDataDir, runToEnd, ServerProcess, type Server } from './support/server'
import { Visit } from './support/visit'

const clock = weekdayAt('10:05')
let browser: Browser
beforeAll(async () => {
  browser = await browserOfAll()
})
afterAll(() => browser.close())

async function personas(server: Server): Promise<unknown> {
  const reply = await fetch(`${server.url}/api/v1/auth/personas`)
  return reply.json()
}

it('still has the order after the server was stopped and started again, and invents nobody twice', async () => {
  const first = await ServerProcess.start({ clock })
  const before = await Visit.begin(browser, { server: first.url, clock })
  await before.signInAs('张阿姨')
  await before.open('features/canteen/pages/menu/index')
  await before.sees('荤菜')
  await fillBasket(before, [1, 2])
  const lunch = await payAtCheckout(before)
  await before.leave()
  const people = await personas(first)
  await first.stop()

  const second = await ServerProcess.start({ clock, dataDir: first.dataDir })
  expect(await personas(second)).toEqual(people)
  const after = await Visit.begin(browser, { server: second.url, clock })
  await after.signInAs('张阿姨')
  await after.open('features/canteen/pages/orders/index')
  await after.sees(lunch.number)
  await after.leave()
  await second.destroy()
})

it('says in one line that its port is in use, and ends', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const dataDir = makeDataDir()
  const { code, errors } = await runToEnd({ PORT: String(port), DATA_DIR: dataDir })
  taken.close()
  rmSync(dataDir, { recursive: true })
  expect(code).not.toBe(0)
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`Port ${port} is in use`))])
})

it('says in one line that its data folder cannot be written, and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wanli-e2e-'))
  // A file where a folder is wanted: refused also to root, who may write into any folder.
  writeFileSync(join(folder, 'file'), '')
  chmodSync(join(folder, 'file'), 0o400)
  const { code, errors } = await runToEnd({ PORT: '0', DATA_DIR: join(folder, 'file', 'data') })
  rmSync(folder, { recursive: true })
  expect(code).not.toBe(0)
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/DATA_DIR .+ cannot be written/)])
})

it('names every wrong variable at once, and ends', async () => {
  const { code, errors } = await runToEnd({ PORT: 'many', DATABASE_URL: 'postgres://x', DATA_DIR: tmpdir() })
  expect(code).not.toBe(0)
  expect(errors).toMatch(/PORT/)
  expect(errors).toMatch(/DATABASE_URL/)
})
