import type { Browser } from 'playwright-core'
import { browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { Server } from './support/server'
import { Visit } from './support/visit'

let browser: Browser
let server: Server
beforeAll(async () => {
  browser = await browserOfAll()
})
afterAll(async () => {
  await server.destroy()
  await browser.close()
})

async function courierAt(time: string): Promise<Visit> {
  const visit = await Visit.begin(browser, { server: server.url, clock: weekdayAt(time) })
  await visit.signInAs('周师傅')
  await visit.open('features/workbench/pages/run/index')
  return visit
}

it('a sheet of one door hands over at that door, though another is the next one by now', async () => {
  server = await Server.start({ clock: weekdayAt('10:05') })
  const waiting = await courierAt('10:05')
  // Standing orders are ordered by the server's own round, some seconds after it starts.
  await waiting.front.getByRole('button', { name: /^带上 3 份，出发/ }).waitFor({ timeout: 30_000 })
  await waiting.leave()
  const { dataDir } = server
  await server.stop()
  server = await Server.start({ clock: weekdayAt('11:20'), dataDir })

  const first = await courierAt('11:20')
  first.expectTrouble(/409/)
  await first.tap(/^带上 3 份，出发/)
  await first.sees('第 1 站')
  await first.tap('交给本人')
  await first.page.getByRole('dialog').getByText('交给谁了').waitFor()
  // His other phone, in the hands of who walks with him, is quicker.
  const second = await courierAt('11:20')
  await second.sees('第 1 站')
  await second.tap('交给本人')
  await second.answer('交好了')
  await second.sees('1 / 3')
  await second.sees('第 2 站')
  await first.sees('1 / 3')
  await first.answer('交好了')
  await first.page.getByRole('dialog').getByRole('alert').waitFor()
  await first.picture('run-other-door')
  await first.answer('关上')
  await first.sees('第 2 站')
  expect(await first.front.getByText('1 / 3').count()).toBe(1)
  for (const one of [first, second]) await one.leave()
})
