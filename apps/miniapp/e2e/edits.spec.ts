import { addDays, businessDayOf, weekdayText } from '@wanli/kernel/shanghai-time'
import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { payAtCheckout } from './support/lunch'
import { fillIn, typedIn } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

/** Before the kitchen counts: today's lunch can still change. */
const NOW = weekdayAt('10:05')
const stage = setStage(NOW)
const LUNCH = `${weekdayText(businessDayOf(NOW))}午餐，改菜`
const PRICE = '一份卖价（元）'
const COST = '一份成本（元）'

/** The cook at one more screen: the tablet in the kitchen, and the phone in the pocket. */
async function cookAt(page: string, screen?: typeof DESK_SCREEN): Promise<Visit> {
  const cook = await stage.visit(screen ? { screen } : {})
  cook.expectTrouble(/409/)
  await cook.signInAs('孙大勺')
  await cook.open(`features/workbench/pages/${page}/index`)
  return cook
}

it('keeps what two people write of one dish: the second sees who was first, looks at it, and decides', async () => {
  const desk = await cookAt('dishes', DESK_SCREEN)
  const phone = await cookAt('dishes')
  for (const one of [desk, phone]) await one.tap('改番茄炒蛋')
  await fillIn(phone, PRICE, '9.90')
  await phone.answer('存好')
  await phone.page.getByText(/^存好了/).waitFor()

  await fillIn(desk, COST, '3.30')
  const before = await typedIn(desk, PRICE)
  await desk.answer('存好')
  await desk.page.getByText(/^孙大勺 今天 10:\d\d 改过「番茄炒蛋」，请先看看$/).waitFor()
  await desk.picture('edit-meanwhile')
  expect([await typedIn(desk, PRICE), await typedIn(desk, COST)]).toEqual([before, '3.30'])
  await desk.answer('看看现在的')
  await desk.page.getByText('这是现在的样子。你写的还留着').waitFor()
  expect(await typedIn(desk, PRICE)).toBe('9.9')
  await desk.picture('edit-meanwhile-theirs')
  await desk.answer('回到我写的')
  expect([await typedIn(desk, PRICE), await typedIn(desk, COST)]).toEqual([before, '3.30'])
  await desk.answer('用我的覆盖')
  await desk.page.getByText(/^存好了/).waitFor()

  // Whoever was first and goes on is told in turn.
  await phone.tap('改番茄炒蛋')
  expect(await typedIn(phone, PRICE)).toBe('9.9')
  await fillIn(phone, PRICE, '9.50')
  await phone.answer('存好')
  await phone.answer('看看现在的')
  expect([await typedIn(phone, PRICE), await typedIn(phone, COST)]).toEqual([before, '3.3'])
  await phone.picture('edit-meanwhile-phone')
  for (const one of [desk, phone]) await one.leave()
})

it('merges two meals of one week, asks about one that both wrote, and does not read it anew behind an open sheet', async () => {
  const desk = await cookAt('menu-week', DESK_SCREEN)
  const phone = await cookAt('menu-week')
  const firstPortions = (visit: Visit) => visit.page.getByRole('dialog').getByLabel('做几份').first()
  await desk.tap(LUNCH)
  await phone.tap(LUNCH.replace('午餐', '晚餐'))
  await firstPortions(phone).fill('61')
  await phone.answer('存进草稿')
  await phone.page.getByText('存好了，还没发布').waitFor()
  // Another meal of the week was written: nobody is asked anything, and nothing of it is lost.
  await firstPortions(desk).fill('71')
  await desk.answer('存进草稿')
  await desk.page.getByText('存好了，还没发布').waitFor()
  await desk.sees(/^71$/)
  await desk.sees(/^61$/)

  await desk.tap(LUNCH)
  await phone.open('features/workbench/pages/menu-week/index')
  await phone.tap(LUNCH)
  await firstPortions(phone).fill('72')
  await phone.answer('存进草稿')
  await phone.page.getByText('存好了，还没发布').waitFor()
  await firstPortions(desk).fill('73')
  // An order comes in: the grid behind the sheet is asked for again, and with it what the colleague has written.
  const eater = await stage.visit()
  await eater.signInAs('李静')
  await eater.open('features/canteen/pages/menu/index')
  await eater.front
    .getByRole('button', { name: /，多一份$/ })
    .nth(1)
    .click()
  await eater.front.getByRole('button', { name: '去确认' }).click()
  await payAtCheckout(eater)
  await eater.leave()
  await desk.sees(/^72$/)
  await desk.answer('存进草稿')
  await desk.page.getByText(/^孙大勺 今天 10:\d\d 改过这周的菜单，请先看看$/).waitFor()
  await desk.picture('edit-meal-meanwhile')
  await desk.answer('看看现在的')
  expect(await firstPortions(desk).inputValue()).toBe('72')
  await desk.answer('回到我写的')
  expect(await firstPortions(desk).inputValue()).toBe('73')
  await desk.answer('用我的覆盖')
  await desk.page.getByText('存好了，还没发布').waitFor()
  await desk.sees(/^73$/)
  for (const one of [desk, phone]) await one.leave()
})

it('puts the forecast over no draft that a colleague wrote since it was looked at', async () => {
  const desk = await cookAt('manage', DESK_SCREEN)
  await desk.sees(/^建议 \d+ 份$/)
  const other = await cookAt('menu-week', DESK_SCREEN)
  await other.tap(`${weekdayText(addDays(businessDayOf(NOW), 1))}午餐，改菜`)
  await other.page.getByRole('dialog').getByLabel('做几份').first().fill('77')
  await other.answer('存进草稿')
  await other.page.getByText('存好了，还没发布').waitFor()
  await desk.tap('按建议改进草稿')
  await desk.sees('有人刚改过这天的草稿，上面是现在的。再按一次，就照建议改')
  await desk.sees(/草稿 77$/)
  await desk.picture('forecast-meanwhile')
  await desk.tap('按建议改进草稿')
  await desk.page.waitForURL(/menu-week/)
  for (const one of [desk, other]) await one.leave()
})
