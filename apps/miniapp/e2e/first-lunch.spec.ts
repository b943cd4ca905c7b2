import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DESK_SCREEN, launchBrowser } from './support/browser'
import { weekdayAt } from './support/clock'
import {
  balanceFen,
  fenOf,
  fillBasket,
  handOverEarly,
  openKeypad,
  payAtCheckout,
  typeNumber,
  type OrderedLunch,
} from './support/lunch'
import { pixelsOf, readCode, writeFilm } from './support/qr-picture'
import { setStage } from './support/stage'
import { Visit } from './support/visit'

const clock = weekdayAt('10:05')
const stage = setStage(clock)

/** 张阿姨 goes from the sign-in page through the home page to her paid lunch. */
async function orderLunch(visit: Visit): Promise<OrderedLunch> {
  await visit.signInByPage('张阿姨')
  await visit.front.getByRole('link', { name: /^食堂/ }).click()
  await visit.sees('荤菜')
  await fillBasket(visit, [1, 2, 7])
  return payAtCheckout(visit)
}

it('lets a guest read and pick at list prices, and keeps what she picked for her own price once she has signed in', async () => {
  const visit = await stage.visit()
  await visit.open('pages/home/index')
  await visit.front.getByRole('button', { name: '看菜单' }).click()
  await visit.sees('现在看的是原价')
  expect(await visit.front.getByRole('img', { name: /^原价/ }).count()).toBe(0)
  await visit.front
    .getByRole('button', { name: /，多一份$/ })
    .nth(2)
    .click()
  await visit.picture('guest-menu')
  const bar = visit.front.getByRole('button', { name: /^选了/ })
  const before = fenOf(await bar.innerText())
  await visit.tap('去确认')
  await visit.tap(/^张阿姨[ ，]/)
  await visit.sees(/68\s岁.*60\s到\s79\s岁\s9\s折/)
  await visit.sees(/省了/)
  expect(fenOf(await bar.innerText())).toBe(before * 0.9)
  await visit.tap('去确认')
  await visit.sees('确认订单')
  await visit.leave()
})

it('takes 张阿姨 from signing in to a lunch handed over, and her wallet is lower by exactly its price', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  const before = await balanceFen(visit)

  await visit.open('pages/home/index')
  await visit.front.getByRole('link', { name: /^食堂/ }).click()
  await visit.sees(/68\s岁.*60\s到\s79\s岁\s9\s折/)
  expect(await visit.front.getByRole('img', { name: /^原价/ }).count()).toBeGreaterThan(5)
  await visit.picture('menu')
  await fillBasket(visit, [1, 2, 7])
  await visit.sees(/9 折/)
  await visit.sees('原价')
  await visit.picture('checkout')
  const lunch = await payAtCheckout(visit)
  expect(lunch.number).toMatch(/^A\d{3}$/)
  await visit.front.getByRole('img', { name: '取餐二维码' }).waitFor()
  await visit.picture('order-placed')

  expect(lunch.payFen).toBeGreaterThan(0)
  expect(before - (await balanceFen(visit))).toBe(lunch.payFen)
  await visit.signOut()

  await visit.signInAs('孙大勺')
  await visit.open('features/workbench/pages/desk/index')
  await visit.tap(/^取餐窗口/)
  await openKeypad(visit)
  await typeNumber(visit, lunch.number)
  await visit.front.getByRole('button', { name: '交给她了' }).waitFor()
  await handOverEarly(visit, lunch.number)
  await visit.picture('handed-over')
  await visit.leave()
})

it('tells the cook who handed a lunch over and when, the second time, and tells 张阿姨 that it is taken', async () => {
  const resident = await stage.visit()
  const lunch = await orderLunch(resident)
  const cook = await stage.visit({ screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await openKeypad(cook)
  await typeNumber(cook, lunch.number)
  await handOverEarly(cook, lunch.number)
  await typeNumber(cook, lunch.number)
  await cook.sees('这份已经取走了')
  await cook.sees(/孙大勺交的/)
  await cook.picture('already-handed-over')
  await cook.leave()
  await resident.page.reload()
  await resident.sees('取走了')
  await resident.sees(/取走的$/)
  await resident.picture('order-taken')
  await resident.leave()
})

it('finds a lunch when the cook holds its QR code before the camera', async () => {
  const resident = await stage.visit()
  const lunch = await orderLunch(resident)
  const picture = await pixelsOf(stage.browser, resident.front.getByRole('img', { name: '取餐二维码' }))
  expect(readCode(picture)).not.toContain(lunch.number)
  await resident.leave()

  const folder = mkdtempSync(join(tmpdir(), 'wanli-film-'))
  writeFilm(join(folder, 'code.y4m'), picture)
  const withCamera = await launchBrowser(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${join(folder, 'code.y4m')}`,
  )
  const cook = await Visit.begin(withCamera, { server: stage.server.url, clock })
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/pickup/index')
  await cook.tap('打开相机扫码')
  await cook.sees(lunch.number)
  await cook.picture('scanned')
  await cook.leave()
  await withCamera.close()
  rmSync(folder, { recursive: true })
})
