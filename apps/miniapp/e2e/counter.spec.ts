import type { CounterQuoteView } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, openKeypad, payAtCheckout, readTicket, typeNumber } from './support/lunch'
import { choose, fillIn } from './support/people'
import { setStage } from './support/stage'

/** Lunch is served since eleven and can still be ordered. */
const CLOCK = weekdayAt('11:05')
const stage = setStage(CLOCK)

it('gives an elder without a phone her meal by name, and sells lunch to whoever walks in', async () => {
  const elder = await stage.visit()
  await elder.signInAs('陈阿婆')
  await elder.open('features/canteen/pages/menu/index')
  await fillBasket(elder, [1])
  const lunch = await payAtCheckout(elder)
  await elder.leave()

  const cook = await stage.visit({ screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/pickup/index')
  await choose(cook, '报名字')
  await fillIn(cook, '卡号，或姓加手机后四位', '陈 0326')
  await cook.tap('找他的饭')
  await cook.sees(lunch.number)
  await cook.sees(/陈\*婆/)
  await cook.picture('pickup-by-name')
  // She would rather have it on paper and come back: the slip has her number, and is all that is printed.
  await cook.tap('打张小票')
  await cook.sees('取餐小票')
  await cook.sees(lunch.number)
  await cook.page.emulateMedia({ media: 'print' })
  expect(await cook.front.getByRole('radio', { name: '报名字' }).isVisible()).toBe(false)
  await cook.picture('pickup-slip-paper')
  await cook.page.emulateMedia({ media: null })
  await cook.tap('下一位')
  // The network goes while she says her name: she need not say it twice.
  cook.expectTrouble(/counter\/(orders|pickups)/)
  await cook.page.route('**/counter/pickups*', (route) => route.abort())
  await fillIn(cook, '卡号，或姓加手机后四位', '陈 0326')
  await cook.tap('找他的饭')
  await cook.sees('网络断了')
  await cook.picture('pickup-unreachable')
  await cook.page.unroute('**/counter/pickups*')
  await cook.tap('再查一次')
  await cook.tap(/^交给/)
  await cook.sees(`${lunch.number} 交好了`)

  await cook.open('features/workbench/pages/counter/index')
  await cook.sees('路过的客人')
  const more = cook.front.getByRole('button', { name: /，多一份$/ })
  await more.nth(0).click()
  await more.nth(2).click()
  // The price of both dishes, taken along: until it is there the button says what stood there before.
  const priced = cook.page.waitForResponse(
    (answer) => answer.url().includes('/counter/quotes') && /pick_up/.test(answer.request().postData() ?? ''),
  )
  await choose(cook, '带走')
  const { payFen } = (await (await priced).json()) as CounterQuoteView
  const due = `收现金 ¥${yuan(payFen)}`
  await cook.sees(due)
  // The tablet reloads in the middle of it: what was chosen is there, and costs the same.
  await cook.page.reload()
  await cook.sees(due)
  await cook.front.getByRole('radio', { name: '带走', checked: true }).waitFor()
  await cook.picture('counter')
  await cook.tap(/^收现金 ¥/)
  await choose(cook, '50 元')
  await cook.picture('counter-cash')
  await cook.answer(/^收好了 ¥/)
  await cook.sees('取餐小票')
  await cook.sees(/^[A-Z]\d{3}$/)
  await cook.picture('counter-slip')
  // What was sold is sold: a reload now begins with the next guest.
  await cook.page.reload()
  await cook.sees('还没点')

  // Somebody who changes their mind and goes.
  await more.nth(0).click()
  await cook.tap('清空，换下一位')
  await cook.sees('还没点')

  await fillIn(cook, '街坊：卡号，或姓加尾号', '80620168')
  await cook.tap('找')
  await cook.sees(/钱包 ¥/)
  // What is known of her is for the eyes of the moment: the tablet keeps neither her age nor what she has.
  const kept = await cook.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).toContain('counter.guest')
  expect(kept).not.toContain('balanceFen')
  for (const place of [0, 2, 4]) await more.nth(place).click()
  await cook.sees(/补贴/)
  // The answer is lost and the tablet reloads: once more is the same sale, though the day's subsidy went with it.
  let soldAs = ''
  await cook.page.route('**/counter/orders', async (route) => {
    soldAs = ((await (await route.fetch()).json()) as { pickupNumber: string }).pickupNumber
    await route.abort()
  })
  await cook.tap(/^刷钱包 ¥/)
  await cook.sees('网络断了，再发一次，不会重复收')
  await cook.page.unroute('**/counter/orders')
  await cook.page.reload()
  await cook.sees('网络断了，再发一次，不会重复收')
  await cook.picture('counter-again')
  // It may have come about: nobody goes on to the next guest by mistake.
  await cook.tap('清空，换下一位')
  await cook.page.getByText('刚才那一单不等了？').waitFor()
  await cook.picture('counter-let-be')
  await cook.answer('再等等')
  // A dish that was added now would be in no sale.
  await more.nth(0).click()
  await cook.page.getByText('刚才那一单还没有回音，先再发一次').waitFor()
  expect(await cook.front.getByRole('button', { name: /^收现金 ¥/ }).count()).toBe(0)
  await cook.tap(/^再发一次，刷钱包 ¥/)
  await cook.sees(/^已付 ¥/)
  await cook.sees(soldAs)
  await cook.leave()

  const phone = await stage.visit()
  await phone.signInAs('孙大勺')
  await phone.open('features/workbench/pages/counter/index')
  await phone.sees('今天有什么')
  await phone.picture('counter-phone')
  // The first dish is far above the end of the page: what it costs and the way to pay are there all the same.
  await phone.front
    .getByRole('button', { name: /，多一份$/ })
    .first()
    .click()
  const cash = phone.front.getByRole('button', { name: /^收现金 ¥/ })
  await cash.waitFor()
  const box = await cash.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844)
  await fillIn(phone, '街坊：卡号，或姓加尾号', '80620168')
  await phone.tap('找')
  await phone.front.getByRole('button', { name: /^刷钱包 ¥/ }).waitFor()
  await phone.picture('counter-phone-basket')
  expect(await phone.barriers()).toEqual([])
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  // A long slip, sold from far down the list: it begins with its number, not in its middle.
  const dishes = phone.front.getByRole('button', { name: /，多一份$/ })
  for (const place of [1, 2, 3, 4, 5, 6, 7]) await dishes.nth(place).click()
  await dishes.last().click()
  // Another kind is one tap away, and what was chosen stands where it is paid.
  const firstDish = (): Promise<string | null> => dishes.first().getAttribute('aria-label')
  const meat = await firstDish()
  await phone.page.getByRole('tab', { name: /^素菜/ }).click()
  expect(await firstDish()).not.toBe(meat)
  await dishes.first().click()
  expect((await dishes.first().boundingBox())?.y).toBeGreaterThan(44)
  await phone.picture('counter-phone-greens')
  await phone.tap(/^堂食/)
  await choose(phone, '带走')
  await phone.picture('counter-phone-end')
  expect(await phone.barriers()).toEqual([])
  await phone.tap(/^刷钱包 ¥/)
  await phone.sees('取餐小票')
  const place = await phone.front
    .getByText(/^[A-Z]\d{3}$/)
    .first()
    .boundingBox()
  expect(place?.y).toBeGreaterThan(44)
  await phone.picture('counter-slip-phone')
  await phone.leave()
})

it('takes the cash of a lunch that was ordered in the app, and then hands it over', async () => {
  const eater = await stage.visit()
  await eater.signInAs('李静')
  await eater.open('features/canteen/pages/menu/index')
  await fillBasket(eater, [1])
  await eater.front
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
  await choose(eater, /^到窗口付/)
  await eater.tap(/^到窗口付 ¥/)
  await eater.sees(/前到窗口付钱$/)
  const said = await eater.front
    .getByText(/[A-Z]\d{3}/)
    .first()
    .innerText()
  const number = /[A-Z]\d{3}/.exec(said)?.[0] ?? ''

  const cook = await stage.visit({ screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await openKeypad(cook)
  await typeNumber(cook, number)
  // Nothing is handed over that was not paid for.
  await cook.sees('这一单还没付钱')
  await cook.tap('去柜台收现金')
  await cook.sees('等着付现金的')
  await cook.sees(new RegExp(`^${number} `))
  await cook.picture('counter-unpaid')
  // A clock that is slow does not make the ten minutes longer: they are the server's.
  const phone = await stage.visit({ clock: new Date(CLOCK.getTime() - 4 * 60_000) })
  await phone.signInAs('孙大勺')
  await phone.open('features/workbench/pages/counter/index')
  await phone.sees(new RegExp(`^${number} `))
  await phone.sees(/留 (9|10) 分钟$/)
  await phone.picture('counter-unpaid-phone')
  await phone.leave()
  await cook.tap(`收现金 ${number}`)
  await cook.picture('counter-unpaid-question')
  await cook.answer('收到了')
  await cook.sees('取餐小票')
  await cook.sees(number)
  await cook.sees('现在没有人等着付钱')
  await cook.picture('counter-unpaid-slip')

  await eater.page.reload()
  expect((await readTicket(eater, 0)).number).toBe(number)
  await openKeypad(cook)
  await typeNumber(cook, number)
  await cook.tap(/^交给/)
  await cook.sees(`${number} 交好了`)
  await cook.leave()
  await eater.page.reload()
  await eater.sees('取走了')
  await eater.leave()
})
