import { addDays, businessDayOf } from '@wanli/kernel/shanghai-time'
import { weekdayAt } from './support/clock'
import { fenOf, fillBasket, readTicket } from './support/lunch'
import { Neighbour } from './support/neighbours'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

/** The evening before: tomorrow's lunch is open, and only the early birds have ordered. */
const EVENING = weekdayAt('20:00')
const stage = setStage(EVENING)
const TOMORROW = addDays(businessDayOf(EVENING), 1)

/** 李静 comes from the menu with tomorrow's lunch in her basket. */
async function chooseTomorrow(visit: Visit): Promise<void> {
  await visit.signInAs('李静')
  await visit.open('features/canteen/pages/menu/index')
  await visit.front.getByRole('radio', { name: /^明天/ }).click()
  await visit.front.getByRole('tab', { name: '午餐' }).click()
  await visit.sees('荤菜')
  await fillBasket(visit, [1, 5])
}

it('keeps the late time that 李静 chose after her meeting, on her ticket, in her orders and at home', async () => {
  const rush = await Neighbour.signIn(stage.server.url, 'xiao-ma')
  await rush.fillSlot(TOMORROW, '11:30')
  const visit = await stage.visit()
  await chooseTomorrow(visit)
  const times = visit.front.getByRole('radiogroup', { name: '几点到' }).getByRole('radio')
  const full = times.and(visit.front.getByRole('radio', { name: '11:30–11:40，满了' }))
  expect(await full.isDisabled()).toBe(true)
  const last = times.last()
  expect(await last.getAttribute('aria-label')).toMatch(/^12:50–13:00，余 \d+ 位$/)
  await last.click()
  expect(await last.isChecked()).toBe(true)
  await last.scrollIntoViewIfNeeded()
  await visit.picture('late-slot-chosen')

  const pay = visit.front.getByRole('button', { name: /^付 ¥/ })
  const payFen = fenOf(await pay.innerText())
  await pay.click()
  const lunch = await readTicket(visit, payFen)
  await visit.sees(/^明天.* 12:50–13:00 来取$/)
  await visit.picture('late-slot-ticket')

  await visit.open('features/canteen/pages/orders/index')
  await visit.sees(lunch.number)
  await visit.sees(/^明天 午餐 12:50–13:00$/)
  await visit.picture('late-slot-orders')
  await visit.leave()
})

it('tells 李静 when her time filled up while she looked, keeps her dishes, and takes another time', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/409/)
  await chooseTomorrow(visit)
  await visit.front.getByRole('radio', { name: /^12:50–13:00，余 / }).click()
  const rush = await Neighbour.signIn(stage.server.url, 'xiao-ma')
  await rush.fillSlot(TOMORROW, '12:50')
  await visit.tap(/^付 ¥/)
  await visit.sees('这个时段刚满，换一个时段')
  await visit.front.getByRole('radio', { name: '12:50–13:00，满了' }).waitFor()
  await visit.picture('late-slot-full')
  await visit.front.getByRole('radio', { name: /^12:40–12:50，余 / }).click()
  await visit.tap(/^付 ¥/)
  await visit.sees(/^明天.* 12:40–12:50 来取$/)
  await visit.leave()
})

it('leads whoever pays without a time up to the times, every time', async () => {
  const visit = await stage.visit()
  await chooseTomorrow(visit)
  const first = visit.front.getByRole('radiogroup', { name: '几点到' }).getByRole('radio').first()
  const isSeen = (): Promise<boolean> =>
    first.evaluate((time) => time.getBoundingClientRect().top > 0 && time.getBoundingClientRect().bottom < innerHeight)
  const pay = visit.front.getByRole('button', { name: /^付 ¥/ })
  for (const _time of ['first', 'second']) {
    await visit.front.getByText('怎么付').last().scrollIntoViewIfNeeded()
    await visit.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    expect(await isSeen()).toBe(false)
    await pay.click()
    await visit.front.getByText('选一个来取的时段').first().waitFor()
    await visit.page.waitForFunction(() => {
      const times = [...document.querySelectorAll('[role="radiogroup"][aria-label="几点到"]')].at(-1)
      return times !== undefined && times.getBoundingClientRect().top > 0
    })
    expect(await isSeen()).toBe(true)
  }
  await visit.picture('slot-missing')
  await visit.leave()
})

it('tells 陈阿婆 before her yes that the kitchen has counted, and only then', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  const tray = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ }).first()
  const confirm = async (meal: string): Promise<void> => {
    await visit.open(`features/canteen/pages/elder-menu/index?day=${TOMORROW}&meal=${meal}`)
    await tray.click()
    await visit.sees('订这份吗？')
    await visit.settled()
  }
  const final = visit.front.getByText('备菜了，订了不能退')
  await confirm('breakfast')
  await final.waitFor()
  await visit.picture('elder-final')
  await confirm('lunch')
  expect(await final.count()).toBe(0)
  await visit.leave()
})
