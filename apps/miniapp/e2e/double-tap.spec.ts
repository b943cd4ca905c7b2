import { businessDayOf, weekdayText } from '@wanli/kernel/shanghai-time'
import { weekdayAt } from './support/clock'
import { fillBasket, openKeypad, payAtCheckout, typeNumber } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('a hand that taps twice hands over to one person, and sends nobody away', async () => {
  const resident = await stage.visit()
  await resident.signInAs('张阿姨')
  await resident.open('features/canteen/pages/menu/index')
  await fillBasket(resident, [1])
  const { number } = await payAtCheckout(resident)
  await resident.leave()

  const cook = await stage.visit()
  const { page } = cook
  await cook.signInAs('孙大勺')
  await openKeypad(cook)
  await typeNumber(cook, number)
  await cook.front.getByRole('button', { name: /^交给/ }).waitFor()
  await cook.tap(/^交给/)
  const yes = await page.getByRole('button', { name: '现在就交' }).boundingBox()
  // No time passes for the page between the two taps of one gesture, however long the answer takes.
  await page.clock.pauseAt(weekdayAt('10:20'))
  const at = { x: (yes?.x ?? 0) + (yes?.width ?? 0) / 2, y: (yes?.y ?? 0) + (yes?.height ?? 0) / 2 }
  await page.mouse.click(at.x, at.y)
  await cook.sees(`${number} 交好了`)
  const next = await cook.front.getByRole('button', { name: '下一位' }).boundingBox()
  await page.mouse.click((next?.x ?? 0) + (next?.width ?? 0) / 2, (next?.y ?? 0) + (next?.height ?? 0) / 2)
  await cook.sees(`${number} 交好了`)
  await page.clock.resume()
  await cook.tap('下一位')
  await cook.front.getByRole('button', { name: '5', exact: true }).waitFor()
  await cook.leave()
})

it('a hand that taps twice takes one dish off a menu, and not the one that moves up under it', async () => {
  const cook = await stage.visit()
  const { page } = cook
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/menu-week/index')
  await cook.tap(`${weekdayText(businessDayOf(weekdayAt('10:05')))}午餐，改菜`)
  const removes = page.getByRole('dialog').getByRole('button', { name: /^撤掉/ })
  await removes.first().waitFor()
  const before = await removes.count()
  const box = await removes.first().boundingBox()
  const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  await page.clock.pauseAt(weekdayAt('10:20'))
  await page.mouse.click(at.x, at.y)
  await removes.nth(before - 1).waitFor({ state: 'detached' })
  await page.mouse.click(at.x, at.y)
  await page.clock.resume()
  await removes.first().click()
  await removes.nth(before - 2).waitFor({ state: 'detached' })
  expect(await removes.count()).toBe(before - 2)
  await cook.leave()
})
