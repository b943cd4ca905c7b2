import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { launchBrowser, PHONE_SCREEN } from '../e2e/support/browser'
import { weekdayAt } from '../e2e/support/clock'
import { fenOf } from '../e2e/support/lunch'
import { pixelsOf, readCode } from '../e2e/support/qr-picture'
import { Server } from '../e2e/support/server'
import { Phone } from './emulator/phone'

const build = fileURLToPath(new URL('../dist/weapp', import.meta.url))
const clock = weekdayAt('10:05')
let browser: Browser
let server: Server

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  server = await Server.start({ clock })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await server.destroy()
})

/** A phone with the real build, whose clock and server stand at 10:05 of a weekday. */
async function takePhone(): Promise<Phone> {
  const context = await browser.newContext(PHONE_SCREEN)
  context.setDefaultTimeout(15_000)
  return Phone.start(context, { build, server: server.url, device: { clockOffsetMs: clock.getTime() - Date.now() } })
}

const front = (phone: Phone): Locator => phone.page.locator('.phone-page').filter({ visible: true })
/** Adds to a failure what the phone shows and what went wrong on it. */
async function explained(phone: Phone, step: Promise<void>): Promise<void> {
  await step.catch(async (error: unknown) => {
    const outline = await phone.page.locator('body').ariaSnapshot()
    throw new Error(`${String(error)}\n${outline}\n${phone.faults.join('\n')}`)
  })
}

/** Taps a button by its name. */
async function tap(phone: Phone, name: string | RegExp): Promise<void> {
  await explained(phone, front(phone).getByRole('button', { name }).first().click())
}

/** Waits until the phone says `text`; a failure says what it shows instead. */
async function sees(phone: Phone, text: string | RegExp): Promise<void> {
  await explained(phone, front(phone).getByText(text).first().waitFor())
}

async function signInAs(phone: Phone, name: string): Promise<void> {
  await phone.page.locator('.phone-tabs').getByText('我的').click()
  await tap(phone, '去登录')
  await tap(phone, new RegExp(`^${name}`))
  await sees(phone, name)
  await phone.page.locator('.phone-tabs').getByText('我的').click()
  await sees(phone, '钱包余额')
}

async function balanceFen(phone: Phone): Promise<number> {
  return fenOf(await front(phone).getByRole('img', { name: /元$/ }).first().innerText())
}

it('takes 张阿姨 to a paid lunch on a phone, and the cook scans its code', async () => {
  const phone = await takePhone()
  await signInAs(phone, '张阿姨')
  const before = await balanceFen(phone)
  await phone.page.locator('.phone-tabs').getByText('首页').click()
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
  await sees(phone, 'A001')
  const code = readCode(await pixelsOf(browser, front(phone).getByRole('img', { name: '取餐二维码' })))
  await phone.page.screenshot({ path: fileURLToPath(new URL('../e2e/out/weapp-order.png', import.meta.url)) })
  expect(phone.faults).toEqual([])

  const cook = await takePhone()
  cook.answer('scanCode', () => ({ result: code, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }))
  await signInAs(cook, '孙大勺')
  await tap(cook, /^工作台|取餐窗口/)
  await tap(cook, /^取餐窗口/)
  await tap(cook, '打开相机扫码')
  await tap(cook, '交给她了')
  await tap(cook, '现在就交')
  await sees(cook, 'A001 交好了')
  await cook.page.screenshot({ path: fileURLToPath(new URL('../e2e/out/weapp-handed-over.png', import.meta.url)) })
  expect(cook.faults).toEqual([])
  expect(before).toBeGreaterThan(payFen)
})
