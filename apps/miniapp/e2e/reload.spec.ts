import { weekdayAt } from './support/clock'
import { fillBasket } from './support/lunch'
import { choose } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'), 'all')

/** The page on top as somebody keeps it, or the browser after it was ended: nothing is below it when it is opened. */
const addressOf = (visit: Visit): string => new URL(visit.page.url()).hash.slice(2)

it('leads an elder whose page was opened anew back to the trays, and not home', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  await visit.open('features/canteen/pages/elder-menu/index')
  await visit.front
    .getByRole('button', { name: /，\d+\.\d{2} 元$/ })
    .first()
    .click()
  await visit.sees('订这份吗？')
  await visit.open(addressOf(visit))
  await visit.sees('订这份吗？')
  await visit.tap('换一份')
  await visit.sees('今天吃哪份？')
  await visit.leave()
})

it('leads whose checkout was opened anew, and whose basket was emptied elsewhere, to that meal’s menu', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  await visit.open('features/canteen/pages/menu/index')
  await visit.front.getByRole('tab', { name: '晚餐' }).click()
  await visit.front.getByRole('tab', { name: '晚餐', selected: true }).waitFor()
  await fillBasket(visit, [1])
  await visit.open(addressOf(visit))
  await visit.sees('今天 晚餐')
  await visit.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('wanli.carts')) localStorage.removeItem(key)
  })
  await visit.open(addressOf(visit))
  await visit.sees('篮子空了')
  await visit.tap('回去选菜')
  await visit.front.getByRole('tab', { name: '晚餐', selected: true }).waitFor()
  await visit.leave()
})

it('keeps what one has chosen, the day and for whom, on a page that is loaded anew, and leads back from it in one step', async () => {
  const visit = await stage.visit()
  await visit.signInAs('周敏')
  await visit.open('pages/me/index')
  await visit.tap('替妈妈订餐')
  const chosen = visit.front.getByRole('radio', { name: /^周/, checked: true })
  await visit.front.getByRole('radio', { name: /^周/ }).last().click()
  await visit.front.getByRole('tab', { name: '晚餐' }).click()
  const day = await chosen.innerText()
  // She has looked at her mother's menu for long enough, and orders for herself.
  await visit.tap(/^给妈妈订/)
  await choose(visit, /^自己/)
  await visit.sees('给自己订')
  await visit.page.reload()
  await visit.front.getByRole('tab', { name: '晚餐', selected: true }).waitFor()
  expect(await chosen.innerText()).toBe(day)
  await visit.sees('给自己订')
  await visit.page.goBack()
  await visit.sees('替妈妈订餐')
  await visit.leave()
})
