import { randomUUID } from 'node:crypto'
import { weekdayAt } from './support/clock'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'), 'all')

it('goes home from an address that leads nowhere, and says so', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  await visit.open('features/canteen/pages/lottery/index')
  await visit.sees('上午好，张阿姨')
  // It goes by itself, and its words stay in the document.
  await visit.page.getByText('没有这一页，先回首页看看').waitFor({ state: 'attached' })
  await visit.leave()
})

it('says that the network is gone when a page cannot be loaded, and opens it at the next tap', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_INTERNET_DISCONNECTED/)
  await visit.signInAs('李静')
  await visit.open('pages/home/index')
  await visit.sees('午餐可订')
  await visit.page.context().setOffline(true)
  await visit.front.getByText('食堂', { exact: true }).first().click()
  await visit.page.getByText('网络不通，请再试').waitFor({ state: 'attached' })
  await visit.page.context().setOffline(false)
  // A tap at once after another is the same tap.
  await visit.page.clock.runFor(1_000)
  await visit.front.getByText('食堂', { exact: true }).first().click()
  await visit.sees('荤菜')
  await visit.leave()
})

it('stays where one is when a page cannot be loaded: reload and back know nothing of it', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_INTERNET_DISCONNECTED/)
  await visit.signInAs('李静')
  await visit.open('pages/home/index')
  await visit.sees('午餐可订')
  await visit.front.getByText('食堂', { exact: true }).first().click()
  await visit.sees('荤菜')
  await visit.front
    .getByRole('button', { name: /，多一份$/ })
    .first()
    .click()
  const menu = visit.page.url()
  await visit.page.context().setOffline(true)
  // Twice, as one does: neither stays behind.
  for (const _ of [1, 2]) {
    await visit.tap('去确认')
    await visit.page.waitForURL(menu)
    await visit.sees('荤菜')
    await visit.page.clock.runFor(1_000)
  }
  await visit.page.context().setOffline(false)
  await visit.page.goBack()
  await visit.sees('午餐可订')
  await visit.page.goForward()
  await visit.sees('荤菜')
  await visit.page.reload()
  await visit.sees('荤菜')
  await visit.leave()
})

it('opens a page of an app that was renewed meanwhile', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/404/)
  await visit.signInAs('李静')
  await visit.open('pages/home/index')
  await visit.sees('午餐可订')
  // The parts this page knows have gone with the release before; what is loaded anew is there.
  let renewed = false
  visit.page.on('request', (request) => {
    renewed ||= request.isNavigationRequest()
  })
  await visit.page.route(/\/(js|css)\//, (route) => (renewed ? route.continue() : route.fulfill({ status: 404 })))
  await visit.front.getByText('食堂', { exact: true }).first().click()
  await visit.sees('荤菜')
  await visit.leave()
})

it('offers the way back from what is not there, and signing in to who is a guest', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/404/)
  await visit.open('features/people/pages/sessions/index')
  await visit.sees('登录后就看得到')
  await visit.open('features/people/pages/mandate-terms/index')
  await visit.sees('登录后就看得到')
  await visit.open('features/wallet/pages/pay-out/index')
  await visit.tap('去登录')
  await visit.tap(/^李静[ ，]/)
  await visit.sees('能退的')
  await visit.open(`features/canteen/pages/order/index?id=${randomUUID()}`)
  await visit.sees('没有这张订单')
  await visit.front.getByRole('main').getByRole('button', { name: '返回' }).click()
  await visit.sees('午餐可订')
  await visit.leave()
})
