import type { Browser } from 'playwright-core'
import { launchBrowser } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillIn, typedIn } from './support/people'
import { freePort, Server } from './support/server'
import { Visit } from './support/visit'

let browser: Browser
let server: Server
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await server.destroy()
  await browser.close()
})

it('takes no half-typed sample from the cook when serving ends, and says that the next meal is there', async () => {
  const port = await freePort()
  server = await Server.start({ clock: weekdayAt('12:50'), port })
  const cook = await Visit.begin(browser, { server: server.url, clock: weekdayAt('12:50') })
  cook.expectTrouble(/./)
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/kitchen/index')
  await cook.tap(/^留样$/)
  await cook.tap(/^留样，/)
  await fillIn(cook, '重量（克）', '165')
  await fillIn(cook, '放在哪里', '1 号冰箱二层')

  // Serving ends while the cook is called away. The server's clock goes on as an operator sets it, and the page asks again.
  const { dataDir } = server
  await server.stop()
  server = await Server.start({ clock: weekdayAt('13:01'), port, dataDir })
  await cook.page.clock.fastForward('11:00')
  await cook.front.getByText('午餐收餐了，晚餐在这里').waitFor()
  expect([await typedIn(cook, '重量（克）'), await typedIn(cook, '放在哪里')]).toEqual(['165', '1 号冰箱二层'])
  await cook.picture('kitchen-next-meal')
  await cook.answer('留好了')
  await cook.sees(/孙大勺 165 克/)
  await cook.tap(/晚餐在这里$/)
  await cook.front.getByRole('radio', { name: '晚餐', checked: true }).waitFor()
  await cook.leave()
})
