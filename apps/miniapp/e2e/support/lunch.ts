import type { Locator } from 'playwright-core'
import type { Visit } from './visit'

/** What a person who has ordered remembers: amounts are integer fen. */
export interface OrderedLunch {
  payFen: number
  number: string
  /** Address of the order's page. */
  url: string
}

/** Name of the dish at this place of the menu: the canteen cooks others tomorrow, so no journey may count on one of its choice. */
export async function dishOn(visit: Visit, place: number): Promise<string> {
  const name = await more(visit).nth(place).getAttribute('aria-label')
  return name?.replace('，多一份', '') ?? ''
}

/** Puts the dishes at these places of the menu into the basket and goes to the checkout. */
export async function fillBasket(visit: Visit, places: number[]): Promise<void> {
  for (const place of places) await more(visit).nth(place).click()
  await visit.front.getByRole('button', { name: '去确认' }).click()
  await visit.sees('确认订单')
}

const more = (visit: Visit): Locator => visit.front.getByRole('button', { name: /，多一份$/ })

/** Chooses the first pick-up slot that has room, pays, and reads the ticket. */
export async function payAtCheckout(visit: Visit): Promise<OrderedLunch> {
  await visit.front
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
  const pay = visit.front.getByRole('button', { name: /^付 ¥/ })
  const payFen = fenOf(await pay.innerText())
  await pay.click()
  return readTicket(visit, payFen)
}

/** Reads the number of the ticket on the screen. */
export async function readTicket(visit: Visit, payFen: number): Promise<OrderedLunch> {
  await visit.sees(/^[A-Z]\d{3}$/)
  const number = await visit.front
    .getByText(/^[A-Z]\d{3}$/)
    .first()
    .innerText()
  return { payFen, number, url: visit.page.url() }
}

/** Balance of the wallet in fen, as the person's own page shows it. */
export async function balanceFen(visit: Visit): Promise<number> {
  await visit.open('pages/me/index')
  await visit.sees('钱包余额')
  return fenOf(await visit.front.getByRole('img', { name: /元$/ }).first().innerText())
}

/** `付 ¥16.00` → 1600, `1,234.50元` → 123450. Throws when there is no amount in the text. */
export function fenOf(text: string): number {
  const amount = /([\d,]+)\s*\.\s*(\d{2})/.exec(text)
  if (!amount) throw new Error(`no amount in "${text}"`)
  return Number(amount[1]?.replaceAll(',', '')) * 100 + Number(amount[2])
}

/** Opens the pick-up window at its keypad. */
export async function openKeypad(visit: Visit): Promise<void> {
  await visit.open('features/workbench/pages/pickup/index')
  await visit.front.getByRole('radio', { name: '输号码' }).click()
}

/** Types a pick-up number: the letter from its row, then three digits. The third one looks it up. */
export async function typeNumber(visit: Visit, number: string): Promise<void> {
  await visit.front.getByRole('radio', { name: number.charAt(0), exact: true }).click()
  for (const digit of number.slice(1)) await visit.front.getByRole('button', { name: digit, exact: true }).click()
}

/** Hands over what was found, before its serving time, and waits until it is done. */
export async function handOverEarly(visit: Visit, number: string): Promise<void> {
  await visit.tap(/^交给/)
  await visit.answer('现在就交')
  await visit.sees(`${number} 交好了`)
}
