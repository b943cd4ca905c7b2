import { weekdayAt } from './support/clock'
import { balanceFen, fenOf, readTicket } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('takes 陈阿婆 to her lunch in the care mode: one question, one tray, one yes', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  const before = await balanceFen(visit)
  await visit.open('pages/home/index')
  await visit.sees('订饭')
  await visit.picture('elder-home')
  await visit.tap('订饭')
  await visit.sees('今天吃哪份？')
  await visit.picture('elder-menu')
  const tray = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ }).first()
  const payFen = fenOf((await tray.getAttribute('aria-label')) ?? '')
  await tray.click()
  await visit.sees('订这份吗？')
  await visit.picture('elder-confirm')
  await visit.tap('就订这份')
  const lunch = await readTicket(visit, payFen)
  expect(lunch.number).toMatch(/^A\d{3}$/)
  await visit.picture('elder-result')
  expect(before - (await balanceFen(visit))).toBe(payFen)

  // Who taps through it once more has forgotten, or eats for two: they are asked, and the first answer leads to what they have.
  const again = async (): Promise<void> => {
    await visit.open('features/canteen/pages/elder-menu/index')
    await visit.sees(/午餐订过了/)
    await tray.click()
    await visit.tap('就订这份')
    await visit.page.getByRole('dialog', { name: '已经订过了' }).getByText(lunch.number).waitFor()
  }
  await again()
  await visit.picture('elder-again')
  await visit.answer('看看那份')
  await visit.sees(lunch.number)
  await again()
  await visit.answer('再订一份')
  await visit.sees('到窗口报这个号')
  expect(before - (await balanceFen(visit))).toBeGreaterThan(payFen)
  await visit.leave()
})

it('has the canteen on the telephone on every page of meals, also before and where there is nothing to show', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/404|nowhere/)
  await visit.signInAs('陈阿婆')
  const phone = visit.front.getByRole('button', { name: /打电话$/ }).last()
  const canteen = ['menu', 'elder-menu', 'orders', 'checkout?sittingId=nowhere', 'elder-confirm?sittingId=nowhere']
  const empty = ['order?id=nowhere', 'way?id=nowhere', 'offered?sittingId=nowhere']
  const delivery = ['standing', 'standing-edit', 'addresses', 'address', 'diet']
  const pages = [
    ...[...canteen, ...empty].map((page) => `features/canteen/pages/${page.replace('?', '/index?')}`),
    ...delivery.map((page) => `features/delivery/pages/${page}`),
  ].map((page) => (page.includes('/index') ? page : `${page}/index`))
  for (const page of pages) {
    await visit.open(page)
    await phone.waitFor()
    expect(`${page} ${(await phone.innerText()).slice(0, 2)}`).toBe(`${page} 食堂`)
    await visit.settled()
    expect(`${page} ${(await phone.innerText()).slice(0, 2)}`).toBe(`${page} 食堂`)
  }
  await visit.leave()
})

it('shows the trays at list prices to who has not signed in, and at 陈阿婆’s own price once she has chosen one', async () => {
  const visit = await stage.visit()
  await visit.open('features/canteen/pages/elder-menu/index')
  await visit.sees('现在看的是原价')
  const tray = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ }).nth(1)
  const priceOf = async (): Promise<number> => fenOf((await tray.getAttribute('aria-label')) ?? '')
  const listFen = await priceOf()
  await tray.click()
  await visit.tap(/^陈阿婆[ ，]/)
  await visit.sees('今天吃哪份？')
  await tray.waitFor()
  expect(await priceOf()).toBeLessThan(listFen * 0.86)
  await visit.leave()
})
