import { addDays, businessDayOf, mondayOf, monthDayText } from '@wanli/kernel/shanghai-time'
import { weekdayAt } from './support/clock'
import { fillBasket } from './support/lunch'
import { choose } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const NOW = weekdayAt('10:05')
const stage = setStage(NOW, 'all')

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

it('leads a cook whose page was opened anew back to the meal, the place and the week they were at, and begins anew once they left', async () => {
  const cook = await stage.visit()
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/kitchen/index')
  await choose(cook, '早餐')
  await cook.tap(/^留样$/)
  await cook.sees('这一餐都留好了')
  await cook.open(addressOf(cook))
  await cook.sees('这一餐都留好了')
  await cook.front.getByRole('radio', { name: '早餐', checked: true }).waitFor()
  // Another meal is looked at in the same place.
  await choose(cook, '午餐')
  await cook.sees('10:30 定稿，开做以后再留样')

  await cook.open('features/workbench/pages/menu-week/index')
  const next = addDays(mondayOf(businessDayOf(NOW)), 7)
  await cook.tap('下一周')
  await cook.sees(new RegExp(`^${monthDayText(next)}`))
  await cook.open(addressOf(cook))
  await cook.sees(new RegExp(`^${monthDayText(next)}`))
  // A tap beside the sheet, or a reload, loses nothing that was typed.
  const portions = cook.page.getByRole('dialog').getByLabel('做几份').first()
  await cook.tap('周一午餐，改菜')
  const before = await portions.inputValue()
  await portions.fill('77')
  await cook.page.mouse.click(195, 5)
  await cook.page.getByRole('dialog').waitFor({ state: 'detached' })
  await cook.open(addressOf(cook))
  await cook.tap('周一午餐，改菜')
  await cook.page.getByText('上次写到一半，还没存').waitFor()
  expect(await portions.inputValue()).toBe('77')
  await cook.answer(/不要了，从头来/)
  expect(await portions.inputValue()).toBe(before)
  await portions.press('Escape')
  await cook.page.getByRole('dialog').waitFor({ state: 'detached' })
  await cook.tap('返回')
  await cook.page.getByRole('heading', { name: '排菜单' }).waitFor({ state: 'detached' })
  await cook.open('features/workbench/pages/menu-week/index')
  await cook.sees(new RegExp(`^${monthDayText(addDays(next, -7))}`))
  await cook.leave()
})
