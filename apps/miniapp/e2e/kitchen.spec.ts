import type { Browser } from 'playwright-core'
import { DESK_SCREEN, browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { choose, fillIn, gone, holds } from './support/people'
import { makeDataDir, Server } from './support/server'
import { Visit } from './support/visit'

const KITCHEN = 'features/workbench/pages/kitchen/index'
let browser: Browser
let server: Server
const dataDir = makeDataDir()

beforeAll(async () => {
  browser = await browserOfAll()
})
afterAll(async () => {
  await server.destroy()
  await browser.close()
})

/** The same canteen, at another time of its day. */
async function serverAt(time: string): Promise<void> {
  server = await Server.start({ clock: weekdayAt(time), dataDir })
}

async function orderLunch(time: string, name: string, dishes: number[]): Promise<string> {
  const resident = await Visit.begin(browser, { server: server.url, clock: weekdayAt(time) })
  await resident.signInAs(name)
  await resident.open('features/canteen/pages/menu/index')
  await fillBasket(resident, dishes)
  const { number } = await payAtCheckout(resident)
  await resident.leave()
  return number
}

/** The number in the first text on the screen that reads like this. */
async function numberIn(visit: Visit, text: RegExp): Promise<number> {
  return Number(text.exec(await visit.page.getByText(text).filter({ visible: true }).first().innerText())?.[1])
}

it('takes 孙大勺 through a lunch: the sheet at 10:30, a change after it, tickets, samples, and who ate a dish', async () => {
  await serverAt('10:05')
  const first = await orderLunch('10:05', '张阿姨', [1, 2])
  await orderLunch('10:05', '周敏', [1, 3])
  // What comes to people's homes is ordered by itself, a moment after the server has come up: before the kitchen counts.
  const early = await Visit.begin(browser, { server: server.url, clock: weekdayAt('10:05'), screen: DESK_SCREEN })
  await early.signInAs('孙大勺')
  await early.open(KITCHEN)
  await early.sees(/^送餐 [1-9]\d* 份$/)
  await early.leave()
  await server.stop()

  await serverAt('10:31')
  const cook = await Visit.begin(browser, { server: server.url, clock: weekdayAt('10:31'), screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await cook.open(KITCHEN)
  await cook.sees(/^第 \d{4}-2 号$/)
  await cook.sees('10:30 已定稿')
  // Neighbours and standing orders of the demo, and the two.
  const counted = await numberIn(cook, /^(\d+) 单$/)
  expect(counted).toBeGreaterThan(8)
  await cook.picture('kitchen-sheet')
  await cook.page.emulateMedia({ media: 'print' })
  await cook.page.setViewportSize({ width: 794, height: 500 })
  // A printer goes on to the next page where the document goes on: what scrolls inside it would stay off the wall.
  const cut = await cook.front.evaluate((sheet) => {
    const around = [sheet, sheet.parentElement, document.body, document.documentElement]
    return around.map((one) => (one ? one.scrollHeight - one.getBoundingClientRect().height : 0))
  })
  expect(Math.max(...cut)).toBeLessThan(1)
  await cook.sees(/^香泉社区食堂 \d+月\d+日 周. 午餐$/)
  await cook.picture('kitchen-sheet-paper')
  await cook.page.emulateMedia({ media: null })
  await cook.page.setViewportSize({ width: 1280, height: 800 })

  // Two cooks change what the staff eat: the second sees it before the button writes over it.
  await cook.tap('改员工餐')
  const other = await Visit.begin(browser, { server: server.url, clock: weekdayAt('10:31') })
  await other.signInAs('孙大勺')
  await other.open(KITCHEN)
  await other.tap('改员工餐')
  await other.page.getByRole('dialog').getByRole('button', { name: '每样几份，多一份' }).click()
  await other.answer('就这样')
  await cook.page
    .getByRole('dialog')
    .getByText(/^孙大勺刚改成了 \d+ 样、每样 7 份/)
    .waitFor()
  await cook.picture('kitchen-staff-meals-meanwhile')
  await cook.page.getByRole('dialog').getByRole('button', { name: '每样几份，少一份' }).click()
  await cook.answer('就这样')
  await cook.sees('下一餐起每样 5 份')
  await other.leave()

  const late = await orderLunch('10:31', '李静', [1])
  await cook.sees('1 处变动')
  await cook.sees('+1')
  await cook.tap('开始备餐')
  await cook.sees(new RegExp(`等着 ${counted + 1}`))
  await cook.picture('kitchen-board')
  await cook.tap(/^知道了/)
  await gone(cook, '1 处变动')
  // Of several, whoever has read the list to its end has seen them all.
  await orderLunch('10:31', '赵国强', [1, 2])
  await cook.sees('2 处变动')
  await cook.tap('全部 2 处')
  await cook.picture('kitchen-changes')
  await cook.tap('这 2 样加减都知道了')
  await gone(cook, '2 处变动')

  await cook.tap(`开始做，${first}`)
  await cook.tap(`做好了，${first}`)
  await cook.sees(`${first} 做好了，已经告诉取餐的人`)
  await cook.picture('kitchen-undo')
  await cook.tap(/^按错了，撤回/)
  await cook.front.getByRole('button', { name: `做好了，${first}` }).waitFor()
  await cook.tap(`开始做，${late}`)
  await cook.front.getByRole('button', { name: `做好了，${late}` }).waitFor()
  const eater = await Visit.begin(browser, { server: server.url, clock: weekdayAt('10:31') })
  await eater.signInAs('李静')
  await eater.open('pages/home/index')
  await eater.tap(/取餐码/)
  await eater.sees('厨房在做')
  await eater.leave()

  await cook.tap('留样')
  // Of yesterday and of this breakfast, of the demo.
  const boxes = await numberIn(cook, /^冰箱里 (\d+) 盒$/)
  // The last dish of a long menu is in reach on a low screen.
  const last = await cook.front
    .getByRole('button', { name: /^留样，/ })
    .last()
    .elementHandle()
  await cook.page.mouse.move(300, 500)
  await cook.page.mouse.wheel(0, 9_000)
  await cook.page.waitForFunction((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  }, last)
  await cook.tap(/^留样，/)
  await fillIn(cook, '重量（克）', '120')
  await fillIn(cook, '放在哪里', '1 号冰箱二层')
  await cook.answer('留好了')
  await cook.page.getByText('每盒 125 克到 2000 克，称好再填').waitFor()
  await cook.picture('kitchen-sample-light')
  // A tablet that kills the page loses nothing of what was typed.
  await cook.page.reload()
  await cook.tap(/^留样，/)
  await cook.page.getByText('上次写到一半，还没存').waitFor()
  await holds(cook, '重量（克）', '120')
  await holds(cook, '放在哪里', '1 号冰箱二层')
  await fillIn(cook, '重量（克）', '150')
  await cook.answer('留好了')
  await cook.sees(`冰箱里 ${boxes + 1} 盒`)
  // The scales said 165: the record is corrected, and says what it said.
  await cook.tap(/^改留样记录/)
  await fillIn(cook, '重量（克）', '165')
  await cook.picture('kitchen-sample-correct')
  await cook.answer('改好了')
  await cook.sees(/孙大勺 165 克/)
  await cook.sees(/^原来写 150 克 1 号冰箱二层，今天 \d\d:\d\d 孙大勺改$/)
  await cook.picture('kitchen-samples')
  // It was the box of another dish: the record is void and stays to be read, and its dish is due again.
  await cook.tap(/^改留样记录/)
  await cook.answer('记错了菜？作废这条')
  await cook.answer('作废这条')
  await cook.page.getByText('写清楚为什么，四个字以上').waitFor()
  await choose(cook, '记成了别的菜')
  await cook.picture('kitchen-sample-void')
  await cook.answer('作废这条')
  await cook.sees('作废的记录 1 条')
  await cook.sees(/^今天 \d\d:\d\d 孙大勺作废：记成了别的菜$/)
  await cook.sees(`冰箱里 ${boxes} 盒`)
  await cook.picture('kitchen-samples-void')

  await cook.front
    .getByRole('button', { name: /^谁吃了/ })
    .nth(1)
    .click()
  const eaters = await numberIn(cook, /^(\d+) 人订了/)
  expect(await cook.page.content()).not.toContain('张阿姨')
  await choose(cook, '有人身体不舒服，逐个回访')
  await cook.picture('kitchen-who')
  await cook.answer(`看 ${eaters} 人的电话`)
  await cook.page.getByText('13800000168').waitFor()
  await cook.picture('kitchen-phones')
  await cook.answer('看好了')
  await gone(cook, '13800000168')
  await cook.leave()
  await server.stop()

  // Serving has begun, on a phone: what was not kept is an alarm.
  await serverAt('11:10')
  const phone = await Visit.begin(browser, { server: server.url, clock: weekdayAt('11:10') })
  await phone.signInAs('孙大勺')
  await phone.open(KITCHEN)
  await phone.sees(/^已经开餐，还有\s\d+\s样菜没有留样$/)
  await phone.sees('还要做多少')
  await phone.picture('kitchen-phone-totals')
  await phone.front.getByRole('tab', { name: /^单子/ }).click()
  await phone.picture('kitchen-phone-tickets')
  await phone.front.getByRole('tab', { name: /^还要做/ }).click()
  await phone.tap('看备餐单')
  await phone.sees(/^第 \d{4}-2 号$/)
  await phone.picture('kitchen-phone-sheet')
  await phone.tap(/^留样$/)
  await phone.sees('已经开餐，还没留齐')
  await phone.picture('kitchen-phone-samples')
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await phone.barriers()).toEqual([])
  await phone.open('features/workbench/pages/desk/index')
  await phone.sees(/样没留样$/)
  await phone.picture('kitchen-door')
  await phone.leave()
})
