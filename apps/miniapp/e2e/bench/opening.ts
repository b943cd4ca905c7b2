/*
 * Question: how long does somebody with a plain phone on a slow network wait, until the app is there and when they tap? Chromium at a
 * quarter of its speed on slow 4G (150 ms, 1.6 Mbit/s), a fresh server with the demo, a weekday morning. Prints medians; the goals stand
 * in docs/miniapp.md. `npm run bench:opening`
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser, PHONE_SCREEN } from '../support/browser'
import { weekdayAt } from '../support/clock'
import { ServerProcess } from '../support/server'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const SLOWER = 4
/** Nothing of an opening comes later than this. */
const SETTLED_MS = 6_000

/** What the page itself saw, in milliseconds. */
interface Seen {
  firstPaint: number
  largestPaint: number
  slowestTap: number
  longestTask: number
}

declare global {
  interface Window {
    seen: Seen
  }
}

/** Runs in the page: notes paints, taps and tasks as they happen. */
function watch(): void {
  const seen = { firstPaint: 0, largestPaint: 0, slowestTap: 0, longestTask: 0 }
  window.seen = seen
  const each = (options: PerformanceObserverInit, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options })
  }
  each({ type: 'paint' }, (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime
  })
  each({ type: 'largest-contentful-paint' }, (entry) => {
    seen.largestPaint = entry.startTime
  })
  each({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit, (entry) => {
    if (entry.name === 'click') seen.slowestTap = Math.max(seen.slowestTap, entry.duration)
  })
  each({ type: 'longtask' }, (entry) => {
    seen.longestTask = Math.max(seen.longestTask, entry.duration)
  })
}

/** A phone that has signed in on a fast network, or nobody yet; slow from now on, and with an empty cache unless `cached`. */
async function phone(browser: Browser, url: string, persona: string | null, cached: boolean): Promise<Page> {
  const page = await (await browser.newContext(PHONE_SCREEN)).newPage()
  if (persona !== null) {
    await page.goto(`${url}/#/features/people/pages/sign-in/index`)
    await page
      .getByRole('button', { name: new RegExp(`^${persona}[ ，]`) })
      .first()
      .click()
    await page.waitForURL((at) => !at.hash.includes('sign-in'))
    await page.waitForTimeout(SETTLED_MS / 3)
  }
  await page.goto('about:blank')
  await page.addInitScript(watch)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  if (!cached) await session.send('Network.clearBrowserCache')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => window.seen)
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Bytes over the wire, in kilobytes. */
function wire(session: CDPSession): () => number {
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes / 1024
}

interface Case {
  name: string
  route: string
  persona: string | null
  cached?: boolean
}

async function opening(browser: Browser, url: string, { route, persona, cached = false }: Case): Promise<number[]> {
  const page = await phone(browser, url, persona, cached)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kilobytes = wire(session)
  await page.goto(`${url}/#/${route}`)
  await page.waitForTimeout(SETTLED_MS)
  const { firstPaint, largestPaint } = await seenBy(page)
  await page.context().close()
  return [firstPaint, largestPaint, kilobytes()]
}

/** Ten dishes into the basket, the basket opened, the four tabs: the slowest answer to a tap, and the longest task of scrolling. */
async function tapping(browser: Browser, url: string): Promise<number[]> {
  const page = await phone(browser, url, '李静', true)
  await page.goto(`${url}/#/features/canteen/pages/menu/index`)
  const plus = page.getByRole('button', { name: /，多一份$/ })
  await plus.first().waitFor()
  await page.waitForTimeout(SETTLED_MS / 3)
  await page.evaluate(() => Object.assign(window.seen, { slowestTap: 0, longestTask: 0 }))
  for (let n = 0; n < Math.min(10, await plus.count()); n += 1) await plus.nth(n).click()
  const taps = (await seenBy(page)).slowestTap
  await page.evaluate(() => Object.assign(window.seen, { longestTask: 0 }))
  for (let n = 0; n < 20; n += 1) {
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(50)
  }
  const { longestTask } = await seenBy(page)
  await page.context().close()
  return [taps, longestTask]
}

const CASES: Case[] = [
  { name: 'home, nobody signed in', route: 'pages/home/index', persona: null },
  { name: 'home, a resident', route: 'pages/home/index', persona: '李静' },
  { name: 'home, in care mode', route: 'pages/home/index', persona: '张阿姨' },
  { name: 'menu', route: 'features/canteen/pages/menu/index', persona: '李静' },
  { name: 'home, a second time', route: 'pages/home/index', persona: '李静', cached: true },
]

function print(name: string, rounds: number[][], units: string[]): void {
  const cells = units.map(
    (unit, n) =>
      `${median(rounds.map((round) => round[n] ?? 0))
        .toFixed(0)
        .padStart(6)} ${unit}`,
  )
  process.stdout.write(`${name.padEnd(24)}${cells.join('  ')}\n`)
}

async function main(): Promise<void> {
  const browser = await launchBrowser()
  const server = await ServerProcess.start({ clock: weekdayAt('09:30') })
  try {
    for (const one of CASES) {
      const rounds: number[][] = []
      for (let n = 0; n < ROUNDS; n += 1) rounds.push(await opening(browser, server.url, one))
      print(one.name, rounds, ['ms first paint', 'ms largest paint', 'KB'])
    }
    const rounds: number[][] = []
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await tapping(browser, server.url))
    print('taps and scrolling', rounds, ['ms slowest tap', 'ms longest task'])
  } finally {
    await server.destroy()
    await browser.close()
  }
}

await main()
