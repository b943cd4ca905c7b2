import { businessDayOf, weekdayText } from '@wanli/kernel/shanghai-time'
import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { payAtCheckout } from './support/lunch'
import { setStage } from './support/stage'

/** Before the kitchen counts: today's lunch can still change. */
const NOW = weekdayAt('10:05')
const stage = setStage(NOW)
const LUNCH = `${weekdayText(businessDayOf(NOW))}午餐，改菜`

it('takes no dish from who ordered it after the cook looked, and names them', async () => {
  const cook = await stage.visit({ screen: DESK_SCREEN })
  cook.expectTrouble(/409|OFFLINE|INTERNET_DISCONNECTED|live/)
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/menu-week/index')
  const eater = await stage.visit()
  await eater.signInAs('李静')
  await eater.open('features/canteen/pages/menu/index')
  const more = eater.front.getByRole('button', { name: /，多一份$/ })
  const dish = ((await more.nth(1).getAttribute('aria-label')) ?? '').replace('，多一份', '')
  await cook.tap(LUNCH)
  await cook.answer(`撤掉${dish}`)
  await cook.answer('存进草稿')
  await cook.tap('看变化，发布')
  await cook.sees(`撤「${dish}」`)
  const shown = Number(/\d+/.exec(await cook.page.getByRole('button', { name: /退掉这 \d+ 单/ }).innerText())?.[0])
  await cook.page.context().setOffline(true)
  await more.nth(1).click()
  await eater.front.getByRole('button', { name: '去确认' }).click()
  const { number } = await payAtCheckout(eater)
  await cook.page.context().setOffline(false)
  await cook.answer(`退掉这 ${shown} 单的菜，发布`)
  await cook.page.getByText(new RegExp(`^撤掉「${dish}」，还有 1 单没看过的要退：.+ ${number}。`)).waitFor()
  await cook.page.getByRole('button', { name: `退掉这 ${shown + 1} 单的菜，发布` }).waitFor()
  await cook.picture('publish-late-order')
  await eater.open('features/canteen/pages/orders/index')
  await eater.sees(number)
  await eater.leave()
  await cook.leave()
})
