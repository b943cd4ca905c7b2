import type { Browser } from 'playwright-core'
import { addDays, businessDayOf, instantOf, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { Server } from './support/server'
import { Visit } from './support/visit'

const evening = weekdayAt('23:50')
const today = businessDayOf(evening)
const tomorrow = addDays(today, 1)
const MENU = 'features/canteen/pages/menu/index'
let browser: Browser
let server: Server

beforeAll(async () => {
  browser = await browserOfAll()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await Server.start({ clock: evening })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await server.destroy()
})

async function comeAt2350(): Promise<Visit> {
  const visit = await Visit.begin(browser, { server: server.url, clock: evening })
  await visit.signInAs('张阿姨')
  return visit
}

/** The page stays as it is while twenty minutes pass for it and for the server, which has no other clock to set: it is away for a moment, and the token is an old one. */
async function passMidnight(visit: Visit): Promise<void> {
  visit.expectTrouble(/ERR_|401/)
  const { url, dataDir } = server
  await server.stop()
  server = await Server.start({ clock: instantOf(tomorrow, '00:10'), dataDir, port: Number(new URL(url).port) })
  await visit.page.clock.fastForward(20 * 60_000)
}

const inFull = (near: string, day: string): string => [near, weekdayText(day), monthDayText(day)].join(' ')

it('turns an open home page over: its date, and which meal is next', async () => {
  const visit = await comeAt2350()
  await visit.open('pages/home/index')
  await visit.sees(`${monthDayText(today)} ${weekdayText(today)}`)
  await visit.sees('明天 早餐')
  await passMidnight(visit)
  await visit.sees(`${monthDayText(tomorrow)} ${weekdayText(tomorrow)}`)
  await visit.sees('今天 早餐')
  await visit.leave()
})

it('turns an open menu over: yesterday goes, and a basket stays on its day', async () => {
  const visit = await comeAt2350()
  await visit.open(`${MENU}?day=${tomorrow}&meal=lunch`)
  await visit.front.getByRole('radio', { name: inFull('今天', today) }).waitFor()
  await visit.front.getByRole('radio', { name: inFull('明天', tomorrow), checked: true }).waitFor()
  await visit.front
    .getByRole('button', { name: /，多一份$/ })
    .nth(1)
    .click()
  await passMidnight(visit)
  await visit.front.getByRole('radio', { name: inFull('今天', tomorrow), checked: true }).waitFor()
  await visit.front.getByRole('radio', { name: new RegExp(monthDayText(today)) }).waitFor({ state: 'detached' })
  await visit.tap('去确认')
  await visit.sees('今天 午餐')
  await visit.leave()
})

it('takes an order that was begun before midnight for the day it was begun for', async () => {
  const visit = await comeAt2350()
  await visit.open(`${MENU}?day=${tomorrow}&meal=lunch`)
  await visit.sees('荤菜')
  await fillBasket(visit, [1, 2, 7])
  await visit.sees('明天 午餐')
  await passMidnight(visit)
  await visit.sees('今天 午餐')
  const lunch = await payAtCheckout(visit)
  await visit.open('features/canteen/pages/orders/index')
  await visit.sees(/^今天 午餐/)
  await visit.sees(lunch.number)
  await visit.leave()
})

it('asks an elder about today once it is today', async () => {
  const visit = await comeAt2350()
  await visit.open('features/canteen/pages/elder-menu/index')
  await visit.sees('明天吃哪份？')
  await passMidnight(visit)
  await visit.sees('今天吃哪份？')
  await visit.leave()
})
