import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const clock = weekdayAt('10:05')
const stage = setStage(clock, 'all')
const build = fileURLToPath(new URL('../dist/h5', import.meta.url))
const LIMIT_BYTES = 300 * 1024
/** Less than this a finger does not miss. */
const STILL_PX = 8

it('emits scripts that parse: the build says success even when they do not', () => {
  const scripts = readdirSync(build, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  const broken = scripts.filter((path) => {
    try {
      parse(readFileSync(join(build, path), 'utf8'), { ecmaVersion: 2022, sourceType: 'script' })
      return false
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})

it('loads its first screen with at most 300 KB over the wire', async () => {
  const visit = await stage.visit()
  const session = await visit.page.context().newCDPSession(visit.page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await visit.open('pages/home/index')
  await visit.sees('食堂')
  await visit.page.waitForLoadState('networkidle')
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES)
  // What was shown until then is gone.
  expect(await visit.page.locator('#splash').count()).toBe(0)
  await visit.leave()
})

/** The scripts and styles that the build says a page needs besides what every page needs. */
function filesOf(route: string): string[] {
  const script = readdirSync(join(build, 'js')).find((name) => /^page\..*\.js$/.test(name)) ?? ''
  const pages = readFileSync(join(build, 'js', script), 'utf8')
  const files = new RegExp(`"${route}":(\\[[^\\]]+\\])`).exec(pages)?.[1] ?? '[]'
  return (JSON.parse(files) as string[]).map((file) => `/${file}`)
}

it('asks for what a page needs while the app itself is still on its way, and once', async () => {
  const menu = 'features/canteen/pages/menu/index'
  const files = filesOf(menu)
  expect(files.some((file) => file.endsWith('.js'))).toBe(true)
  const visit = await stage.visit()
  let arrives = (): void => undefined
  const arrived = new Promise<void>((resolve) => {
    arrives = resolve
  })
  await visit.page.route(/\/js\/app\..*\.js$/, async (route) => {
    await arrived
    await route.continue()
  })
  const asked: string[] = []
  visit.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const early = files.map((file) => visit.page.waitForRequest((request) => request.url().endsWith(file)))
  const opening = visit.open(menu)
  await Promise.all(early)
  arrives()
  await opening
  await visit.sees('荤菜')
  expect(asked.filter((path) => files.includes(path)).sort()).toEqual([...files].sort())
  await visit.leave()
})

it('can be put on a home screen under its name, with icons of the sizes they say', async () => {
  const visit = await stage.visit()
  await visit.open('pages/home/index')
  const address = await visit.page.locator('link[rel=manifest]').getAttribute('href')
  const get = (path: string): Promise<Response> => fetch(new URL(path, stage.server.url))
  const reply = await get(address ?? '')
  expect(reply.headers.get('content-type')).toContain('application/manifest+json')
  const manifest = (await reply.json()) as { name: string; icons: { src: string; sizes: string; type: string }[] }
  expect(manifest.name).toBe('万里社区')
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await get(src)
    expect([src, icon.status, icon.headers.get('content-type')]).toEqual([src, 200, type])
    if (type !== 'image/png') continue
    // A PNG says its width and height in bytes 16 to 23 (PNG 1.2, 11.2.2).
    const bytes = Buffer.from(await icon.arrayBuffer())
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
  await visit.leave()
})

/** How far the way to the canteen moves on the home page when the answer about one's orders comes, in px. */
async function movedBy(visit: Visit, answered: string): Promise<number> {
  let answer = (): void => undefined
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  const orders = /\/canteen\/orders\?/
  await visit.page.route(orders, async (route) => {
    await asked
    await route.continue()
  })
  await visit.open('pages/home/index')
  const door = visit.front.getByRole('link', { name: /^食堂/ })
  const before = await door.boundingBox()
  answer()
  await visit.sees(answered)
  const after = await door.boundingBox()
  await visit.page.unroute(orders)
  return Math.abs((after?.y ?? 0) - (before?.y ?? NaN))
}

it('keeps the doors of the home page under the finger, whether or not a meal is coming', async () => {
  const visit = await stage.visit()
  await visit.signInAs('李静')
  expect(await movedBy(visit, '今天没有要办的事')).toBeLessThanOrEqual(STILL_PX)
  await visit.front.getByRole('link', { name: /^食堂/ }).click()
  await visit.sees('荤菜')
  await fillBasket(visit, [1])
  const { number } = await payAtCheckout(visit)
  // The phone learns of it on the home page, and knows it from then on.
  await visit.open('pages/home/index')
  await visit.sees(number)
  expect(await movedBy(visit, number)).toBeLessThanOrEqual(STILL_PX)
  await visit.leave()
})

it('finds lunch again on a phone that remembers a canteen which is no more', async () => {
  const visit = await stage.visit()
  // The phone's question about it is answered 404, and it asks again.
  visit.expectTrouble(/404 .*\/canteen\/sittings/, /status of 404/)
  await visit.signInAs('赵国强')
  await visit.open('pages/home/index')
  await visit.sees('去订餐')
  await visit.page.evaluate(() => {
    const kept = localStorage.getItem('wanli.canteens') ?? ''
    const { data } = JSON.parse(kept) as { data: { items: { id: string }[] } }
    const gone = (data.items[0]?.id ?? '').replace(/^.{8}/, '00000000')
    localStorage.setItem('wanli.canteens', kept.replace(data.items[0]?.id ?? '', gone))
  })
  await visit.open('pages/home/index')
  await visit.sees('去订餐')
  await visit.tap('去订餐')
  await visit.sees('香泉社区食堂')
  await visit.settled()
  await visit.leave()
})
