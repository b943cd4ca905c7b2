import { weekdayAt } from '../e2e/support/clock'
import { fenOf } from '../e2e/support/lunch'
import { pixelsOf, readCode } from '../e2e/support/qr-picture'
import type { Phone } from './emulator/phone'
import { front, openTab, picture, sees, setJourney, signInAs, tap } from './journey'

const journey = setJourney(weekdayAt('10:05'))

async function balanceFen(phone: Phone): Promise<number> {
  return fenOf(await front(phone).getByRole('img', { name: /元$/ }).first().innerText())
}

it('takes 张阿姨 to a paid lunch on a phone, and the cook scans its code', async () => {
  const phone = await journey.takePhone()
  await signInAs(phone, '张阿姨')
  const before = await balanceFen(phone)
  await openTab(phone, '首页')
  await tap(phone, '去订餐')
  await sees(phone, '荤菜')
  const more = front(phone).getByRole('button', { name: /，多一份$/ })
  for (const place of [1, 2, 7]) await more.nth(place).click()
  await tap(phone, '去确认')
  await front(phone)
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
  const pay = front(phone).getByRole('button', { name: /^付 ¥/ })
  const payFen = fenOf(await pay.innerText())
  await pay.click()
  await sees(phone, /^A\d{3}$/)
  const code = readCode(await pixelsOf(journey.browser, front(phone).getByRole('img', { name: '取餐二维码' })))
  await picture(phone, 'weapp-order')
  expect(phone.faults).toEqual([])

  const cook = await journey.takePhone()
  cook.answer('scanCode', () => ({ result: code, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }))
  await signInAs(cook, '孙大勺')
  await tap(cook, /^工作台|取餐窗口/)
  await tap(cook, /^取餐窗口/)
  await tap(cook, '打开相机扫码')
  await tap(cook, '交给她了')
  await tap(cook, '现在就交')
  await sees(cook, /^A\d{3} 交好了/)
  await picture(cook, 'weapp-handed-over')
  expect(cook.faults).toEqual([])
  expect(before).toBeGreaterThan(payFen)
})
