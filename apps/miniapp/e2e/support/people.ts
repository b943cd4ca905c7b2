import type { Locator } from 'playwright-core'
import type { Visit } from './visit'

/** Fills the field with this name on the page on top, or in the sheet over it. */
export async function fillIn(visit: Visit, name: string | RegExp, text: string): Promise<void> {
  await field(visit, name).fill(text)
}

/** Signs in by a phone number and the code that the demo shows, and ends at home. */
export async function signInByPhone(visit: Visit, phone: string): Promise<void> {
  await visit.open('features/people/pages/sign-in/index')
  await fillIn(visit, '手机号', phone)
  await visit.tap('发验证码')
  const told = await visit.front.getByText(/验证码是 \d{6}/).innerText()
  await fillIn(visit, '验证码', /\d{6}/.exec(told)?.[0] ?? '')
  await visit.tap('登录')
  await visit.page.waitForURL((url) => !url.hash.includes('sign-in'))
}

/** What stands in the field with this name. */
export function typedIn(visit: Visit, name: string | RegExp): Promise<string> {
  return field(visit, name).inputValue()
}

/** How long a field may hold something else. */
const DRAWN_MS = 10_000

/** Waits until a field holds this: one that is drawn anew holds nothing for a moment. Throws what it holds instead. */
export async function holds(visit: Visit, name: string | RegExp, value: string): Promise<void> {
  const end = performance.now() + DRAWN_MS
  for (;;) {
    const held = await typedIn(visit, name)
    if (held === value) return
    if (performance.now() > end) throw new Error(`${String(name)} holds ${held}, not ${value}`)
  }
}

function field(visit: Visit, name: string | RegExp): Locator {
  // A field for digits is a `spinbutton` to the browser: it is found by its name alone.
  const fields = visit.page.locator('input, textarea').and(visit.page.getByLabel(name))
  return fields.filter({ visible: true }).last()
}

/** Chooses one of several on the page on top, or in the sheet over it. */
export async function choose(visit: Visit, name: string | RegExp): Promise<void> {
  await visit.page.getByRole('radio', { name }).filter({ visible: true }).last().click()
}

/** Waits until a text has gone from the page on top: an answer was taken, a row was removed. */
export async function gone(visit: Visit, text: string | RegExp): Promise<void> {
  await visit.front.getByText(text).filter({ visible: true }).first().waitFor({ state: 'hidden' })
}

/** Asks to act for whoever has a phone number, as 奶奶, with the terms as they are offered. */
export async function askMandate(visit: Visit, phone: string): Promise<void> {
  await visit.open('features/people/pages/mandate-ask/index')
  await choose(visit, '奶奶')
  await fillIn(visit, '对方的手机号', phone)
  await visit.tap('请对方同意')
  await visit.sees('已经告诉对方了')
}

/** Opens the menu for the person one acts for, from one's own page. */
export async function menuFor(visit: Visit, relation: string): Promise<void> {
  await visit.open('pages/me/index')
  await visit.tap(`替${relation}订餐`)
  await visit.sees('荤菜')
}

/** Finds a person at the desk and opens their page. */
export async function findPerson(visit: Visit, query: string, name: string): Promise<void> {
  await visit.open('features/workbench/pages/clerk/index')
  await fillIn(visit, /^卡号、手机号/, query)
  await visit.tap('找')
  await visit.front.getByRole('heading', { name }).filter({ visible: true }).waitFor()
  await visit.sees('核对过的')
}
