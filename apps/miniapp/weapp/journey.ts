import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { launchBrowser, PHONE_SCREEN } from '../e2e/support/browser'
import { ServerProcess } from '../e2e/support/server'
import { Phone } from './emulator/phone'

const build = fileURLToPath(new URL('../dist/weapp', import.meta.url))

/** A browser for one file of journeys, a fresh server for each, and phones that run the real build against it. */
export interface Journey {
  readonly browser: Browser
  /** A phone whose clock and server stand at the same instant. */
  takePhone: () => Promise<Phone>
}

/** Sets the stage for the journeys of one file. */
export function setJourney(clock: Date): Journey {
  const held: { browser?: Browser; server?: ServerProcess } = {}
  beforeAll(async () => {
    held.browser = await launchBrowser()
  })
  afterAll(async () => {
    await held.browser?.close()
  })
  beforeEach(async () => {
    held.server = await ServerProcess.start({ clock })
  })
  afterEach(async () => {
    for (const context of held.browser?.contexts() ?? []) await context.close()
    await held.server?.destroy()
  })
  const browser = (): Browser => {
    if (!held.browser) throw new Error('the stage is set inside a test')
    return held.browser
  }
  return {
    get browser() {
      return browser()
    },
    takePhone: async () => {
      const context = await browser().newContext(PHONE_SCREEN)
      context.setDefaultTimeout(15_000)
      const device = { clockOffsetMs: clock.getTime() - Date.now() }
      return Phone.start(context, { build, device, ...(held.server ? { server: held.server.url } : {}) })
    },
  }
}

/** The page on top. */
export const front = (phone: Phone): Locator => phone.page.locator('.phone-page').filter({ visible: true })

/** Adds to a failure what the phone shows and what went wrong on it. */
async function explained(phone: Phone, step: Promise<void>): Promise<void> {
  await step.catch(async (error: unknown) => {
    const outline = await phone.page.locator('body').ariaSnapshot()
    throw new Error(`${String(error)}\n${outline}\n${phone.faults.join('\n')}`)
  })
}

/** Taps a button by its name. */
export async function tap(phone: Phone, name: string | RegExp): Promise<void> {
  await explained(phone, front(phone).getByRole('button', { name }).first().click())
}

/** Waits until the phone says `text`; a failure says what it shows instead. */
export async function sees(phone: Phone, text: string | RegExp): Promise<void> {
  await explained(phone, front(phone).getByText(text).first().waitFor())
}

/** Opens a page of the tab bar. */
export async function openTab(phone: Phone, name: string): Promise<void> {
  await explained(phone, phone.page.locator('.phone-tabs').getByText(name).click())
}

/** Signs in with a persona of the demo, by one's own page, and comes back to it. */
export async function signInAs(phone: Phone, name: string): Promise<void> {
  await openTab(phone, '我的')
  await sees(phone, '登录后就看得到')
  await tap(phone, /^去登录$/)
  await tap(phone, new RegExp(`^${name}`))
  await sees(phone, name)
  await openTab(phone, '我的')
  await sees(phone, '钱包余额')
}

/** Takes a picture for a person to look at. */
export async function picture(phone: Phone, name: string): Promise<void> {
  await phone.page.screenshot({ path: fileURLToPath(new URL(`../e2e/out/${name}.png`, import.meta.url)) })
}
