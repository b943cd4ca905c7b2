import type { Browser } from 'playwright-core'
import { addDays, businessDayOf, instantOf } from '@wanli/kernel/shanghai-time'
import { browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { choose, fillIn, typedIn } from './support/people'
import { freePort, Server } from './support/server'
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

it('takes no half-typed sample from the cook when serving or the day ends, and says that the next meal is there', async () => {
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

  // Late in the evening the same again, over midnight: what is in hand stays, and says that it is yesterday's.
  await choose(cook, /^午餐/)
  await cook.tap(/^留样$/)
  await cook.tap(/^留样，/)
  await fillIn(cook, '重量（克）', '170')
  await server.stop()
  server = await Server.start({
    clock: instantOf(addDays(businessDayOf(weekdayAt('12:50')), 1), '00:01'),
    port,
    dataDir,
  })
  await cook.page.clock.fastForward('11:00:00')
  await cook.page.getByRole('dialog', { name: /^昨天 午餐留样：/ }).waitFor()
  expect(await typedIn(cook, '重量（克）')).toBe('170')
  await cook.picture('kitchen-past-midnight')
  await cook.answer('留好了')
  await cook.sees(/孙大勺 170 克/)
  await cook.front.getByRole('radio', { name: /^昨天 午餐/, checked: true }).waitFor()
  await cook.tap('昨天 午餐收餐了，早餐在这里')
  await cook.front.getByRole('radio', { name: '早餐', checked: true }).waitFor()
  await cook.front.getByRole('radio', { name: /^昨天 午餐/ }).waitFor({ state: 'detached' })
  await cook.leave()
})
