import type { Route } from 'playwright-core'
import { weekdayAt } from './support/clock'
import { balanceFen, fillBasket, readTicket } from './support/lunch'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'), 'all')
const MENU = 'features/canteen/pages/menu/index'
const sittings = '**/api/v1/canteen/sittings/*'
const orders = '**/api/v1/canteen/orders'

/** Chooses dishes at these places of the menu and a pick-up slot: what is left is to pay. */
async function toPay(visit: Visit, places: number[]): Promise<void> {
  await visit.open(MENU)
  await visit.sees('荤菜')
  await fillBasket(visit, places)
  await visit.front
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
}

/** The server takes the first order; its answer never arrives, since `instead` happens to it. Tells the keys of all that is sent. */
async function loseFirst(visit: Visit, instead: (route: Route) => Promise<void>): Promise<string[]> {
  const keys: string[] = []
  await visit.page.route(orders, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    await route.fetch()
    await instead(route)
  })
  return keys
}

/** Pays once more: both tries had one key, and the money of `before` went once. */
async function payAgain(visit: Visit, before: number, keys: readonly string[]): Promise<void> {
  const pay = visit.front.getByRole('button', { name: /^付 ¥/ })
  const price = (await pay.innerText()).replace(/\D/g, '')
  await pay.click()
  await visit.sees(/^A\d{3}$/)
  expect(keys).toEqual([keys[0], keys[0]])
  expect(before - (await balanceFen(visit))).toBe(Number(price))
}

it('draws the shape of the menu while it is on its way', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  let answer: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await visit.page.route(sittings, async (route) => {
    await held
    await route.continue()
  })
  await visit.open(MENU)
  await visit.sees('今天')
  await visit.picture('state-loading')
  expect(await visit.front.getByText('荤菜').count()).toBe(0)
  answer()
  await visit.sees('荤菜')
  await visit.leave()
})

it('says that a page did not open, with the number of the request and a way to try again', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/500/)
  await visit.signInAs('张阿姨')
  const problem = {
    type: 'about:blank',
    title: '',
    status: 500,
    code: 'internal',
    detail: '我们这边出错了',
    params: {},
    requestId: 'test-7',
  }
  await visit.page.route(sittings, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', json: problem }),
  )
  await visit.open(MENU)
  await visit.sees('打电话时报这个号：test-7')
  await visit.picture('state-error')
  await visit.page.unroute(sittings)
  await visit.tap('再试一次')
  await visit.sees('荤菜')
  await visit.leave()
})

it('says what to do next when there is no order yet', async () => {
  const visit = await stage.visit()
  await visit.signInAs('李静')
  await visit.open('features/canteen/pages/orders/index')
  await visit.sees('还没订过饭')
  await visit.picture('state-empty')
  await visit.tap('看今天的菜')
  await visit.sees('荤菜')
  await visit.leave()
})

it('says that the network is down, and recovers', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_INTERNET_DISCONNECTED/)
  await visit.signInAs('张阿姨')
  await visit.open('pages/me/index')
  await visit.sees('钱包余额')
  await visit.page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'))
  await visit.open('features/canteen/pages/orders/index')
  await visit.sees('网络不通')
  await visit.picture('state-offline')
  await visit.page.unroute('**/api/v1/**')
  await visit.tap('再试一次')
  await visit.sees('还没订过饭')
  await visit.leave()
})

it('keeps the order form after the answer was lost, and the second tap does not order twice', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_CONNECTION_RESET/)
  await visit.signInAs('张阿姨')
  const before = await balanceFen(visit)
  await toPay(visit, [1, 2, 7])
  await visit.front.getByRole('textbox').fill('少饭')
  const keys = await loseFirst(visit, (route) => route.abort('connectionreset'))
  await visit.tap(/^付 ¥/)
  await visit.sees('网络断了一下。再点一次，不会付两次。')
  expect(await visit.front.getByRole('textbox').inputValue()).toBe('少饭')
  await visit.picture('state-network-lost')
  await payAgain(visit, before, keys)
  await visit.leave()
})

it('does not order twice when the answer was lost and the page is loaded anew before the second tap', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_CONNECTION_RESET/)
  await visit.signInAs('赵国强')
  const before = await balanceFen(visit)
  await toPay(visit, [2, 7])
  const keys = await loseFirst(visit, (route) => route.abort('connectionreset'))
  await visit.tap(/^付 ¥/)
  await visit.sees('网络断了一下。再点一次，不会付两次。')
  await visit.page.reload()
  await payAgain(visit, before, keys)
  await visit.leave()
})

it('does not order twice when a proxy gave up waiting, and says that the server is busy', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/504/)
  await visit.signInAs('张阿姨')
  const before = await balanceFen(visit)
  await toPay(visit, [1, 2])
  const page = { status: 504, contentType: 'text/html', body: '<html>504 Gateway Time-out</html>' }
  const keys = await loseFirst(visit, (route) => route.fulfill(page))
  await visit.tap(/^付 ¥/)
  await visit.sees('网络断了一下。再点一次，不会付两次。')
  await payAgain(visit, before, keys)
  await visit.leave()
})

it('says that there is no price without network, and has it again at a tap, with all that was chosen', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_INTERNET_DISCONNECTED/)
  await visit.signInAs('张阿姨')
  await visit.open(MENU)
  await visit.sees('荤菜')
  await fillBasket(visit, [1, 2])
  await visit.front.getByRole('textbox').fill('少饭')
  await visit.page.route('**/api/v1/canteen/quotes', (route) => route.abort('internetdisconnected'))
  await visit.front.getByRole('radio', { name: /^自取/ }).click()
  await visit.sees('价钱还没算出来，连上网就能付')
  await visit.picture('state-unpriced')
  await visit.page.unroute('**/api/v1/canteen/quotes')
  await visit.tap(/再算一次$/)
  await visit.front.getByRole('button', { name: /^付 ¥/ }).waitFor()
  expect(await visit.front.getByRole('textbox').inputValue()).toBe('少饭')
  await visit.leave()
})

it('opens a page once when a hand trembles: one step back is the menu again', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  await visit.open(MENU)
  await visit.front
    .getByRole('button', { name: /，多一份$/ })
    .first()
    .click()
  await visit.front.getByRole('button', { name: '去确认' }).dblclick()
  await visit.sees('确认订单')
  await visit.page.goBack()
  await visit.sees('荤菜')
  await visit.leave()
})

it('tells an elder without network the number she has, and not that no meal waits', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/ERR_INTERNET_DISCONNECTED/)
  await visit.signInAs('陈阿婆')
  await visit.open('features/canteen/pages/elder-menu/index')
  await visit.front
    .getByRole('button', { name: /，\d+\.\d{2} 元$/ })
    .first()
    .click()
  await visit.tap('就订这份')
  const { number } = await readTicket(visit, 0)
  await visit.open('pages/home/index')
  await visit.sees(number)
  await visit.page.route('**/api/v1/**', (route) => route.abort('internetdisconnected'))
  await visit.open('pages/home/index')
  await visit.sees('今天 午餐')
  await visit.sees(number)
  await visit.sees(/^网断了，这是 10:\d\d 存下的$/)
  expect(await visit.front.getByText('今天没有要拿的饭').count()).toBe(0)
  await visit.picture('elder-home-offline')
  await visit.leave()
})
