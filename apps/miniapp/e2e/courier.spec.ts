import type { Browser } from 'playwright-core'
import { DESK_SCREEN, browserOfAll } from './support/browser'
import { weekdayAt } from './support/clock'
import { choose, fillIn } from './support/people'
import { Server } from './support/server'
import { Visit, type VisitOptions } from './support/visit'

let browser: Browser
let server: Server
beforeAll(async () => {
  browser = await browserOfAll()
})
afterAll(() => browser.close())
afterEach(() => server.destroy())

/** Sets the server's clock: it is stopped and started again with what it knows, as an operator would. */
async function at(time: string): Promise<void> {
  const { dataDir } = server
  await server.stop()
  server = await Server.start({ clock: weekdayAt(time), dataDir })
}

async function courierAt(time: string, more: Partial<VisitOptions> = {}): Promise<Visit> {
  const visit = await Visit.begin(browser, { server: server.url, clock: weekdayAt(time), ...more })
  await visit.signInAs('周师傅')
  await visit.open('features/workbench/pages/run/index')
  return visit
}

/** Standing orders are ordered by the server's own round, some seconds after it starts. */
async function ordered(visit: Visit): Promise<void> {
  await visit.front.getByRole('button', { name: /^带上 3 份，出发/ }).waitFor({ timeout: 30_000 })
}

it('takes 周师傅 along his way: one door opens, one stays shut until somebody is asked to look', async () => {
  server = await Server.start({ clock: weekdayAt('10:05') })
  const waiting = await courierAt('10:05')
  // From the home page to their own way, as every morning.
  await waiting.open('pages/home/index')
  await waiting.tap(/^工作台/)
  await waiting.tap(/^送餐/)
  await ordered(waiting)
  await waiting.picture('run-waiting')
  await waiting.leave()

  await at('11:20')
  const first = await courierAt('11:20')
  await first.tap(/^带上 3 份，出发/)
  await first.sees('第 1 站')
  await first.sees('9 号 501 室')
  await first.sees(/5 楼 没电梯/)
  await first.picture('run-first-stop')
  expect(await first.barriers()).toEqual([])
  // The stairs are without network: the answer to the knock is lost, though the server has it.
  first.expectTrouble(/attempts/)
  await first.page.route('**/attempts', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await first.tap('没人应门')
  await first.sees(/^再等 /)
  await first.page.unroute('**/attempts')
  await first.picture('run-knocked')
  expect(await first.barriers()).toEqual([])
  // Meanwhile another door on the way.
  await first.tap(/11 号 203 室/)
  await first.tap('交给本人')
  await choose(first, '保姆小李')
  await first.picture('run-hand-over')
  expect(await first.barriers()).toEqual([])
  await first.answer('交好了')
  await first.sees('1 / 3')
  await first.leave()

  await at('11:24')
  const second = await courierAt('11:24')
  await second.tap('打给本人')
  await second.page.getByRole('dialog').getByText('13800000384', { exact: true }).waitFor()
  await second.picture('run-call')
  expect(await second.barriers()).toEqual([])
  const looks: string[] = []
  second.page.on('request', (request) => {
    if (request.url().endsWith('/reveal')) looks.push(request.postData() ?? '')
  })
  await second.answer('没接')
  await second.sees('打本人，没接')
  await second.page.getByRole('dialog').waitFor({ state: 'detached' })
  // Who is to be called next reads in their access log when their number is looked at: not before somebody asks for it.
  expect(looks).toEqual([])
  await second.tap('打给女儿 王女士')
  await fillIn(second, '说了什么（可以不写）', '女儿也联系不上')
  // The answer is lost again. Behind the sheet the step is done; the sheet is still of her, and what was typed is, too.
  second.expectTrouble(/attempts/)
  await second.page.route('**/attempts', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await second.answer('接了')
  await second.sees('打女儿 王女士，接了')
  await second.page.getByRole('dialog', { name: '打给女儿 王女士' }).waitFor()
  await second.page.unroute('**/attempts')
  await second.answer('接了')
  await second.page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(looks).toEqual([JSON.stringify({ who: 'contact', contact: 0 })])
  await second.tap('居委林老师 上门看')
  await second.page.getByRole('dialog').getByText('021-5550 0161', { exact: true }).waitFor()
  // Nobody is in the office: that asked nobody to look, so it is called again.
  await second.answer('没接')
  await second.page.getByRole('dialog').waitFor({ state: 'detached' })
  await second.tap('再打居委林老师')
  await second.page.getByRole('dialog').getByText('021-5550 0161', { exact: true }).waitFor()
  await second.picture('run-committee-again')
  await second.answer('说好了，有人去看')
  await second.sees('请居委林老师上门看了')
  await second.picture('run-ladder')
  expect(await second.barriers()).toEqual([])
  await second.tap('有结果了')
  await choose(second, '在医院')
  await fillIn(second, '写清楚，家里人看得到', '邻居说早上救护车接走了')
  await second.picture('run-close')
  expect(await second.barriers()).toEqual([])
  await second.answer('记下来，结束')
  await second.sees('查看过了')
  await second.sees('12 号 601 室')
  await second.leave()

  const wide = await courierAt('11:24', { screen: DESK_SCREEN })
  await wide.sees('12 号 601 室')
  await wide.tap('交给本人')
  await wide.answer('交好了')
  await wide.sees('这一趟送完了')
  await wide.picture('run-done-wide')
  expect(await wide.barriers()).toEqual([])
  await wide.leave()
})

it('shows a run of somebody else without its doors, until one takes it over', async () => {
  server = await Server.start({ clock: weekdayAt('10:05') })
  const visit = await courierAt('10:05', { screen: DESK_SCREEN })
  await ordered(visit)
  await choose(visit, '2 线 午餐')
  await visit.sees('这条线是吴师傅在送')
  expect(await visit.page.content()).not.toContain('3 号 2 单元')
  await visit.picture('run-not-mine')
  await visit.tap('今天我来送')
  await visit.answer('今天我来送')
  await visit.sees('3 号 2 单元 302 室')
  await visit.picture('run-taken-wide')
  await visit.leave()
})

it('brings 陈阿婆 her lunch home: chosen with one tap in the care mode, and told where it is', async () => {
  server = await Server.start({ clock: weekdayAt('10:05') })
  const elder = await Visit.begin(browser, { server: server.url, clock: weekdayAt('10:05') })
  await elder.signInAs('陈阿婆')
  await elder.open('pages/home/index')
  await elder.tap('订饭')
  await elder.sees('今天吃哪份？')
  await elder.front
    .getByRole('button', { name: /，\d+\.\d{2} 元$/ })
    .first()
    .click()
  await choose(elder, '送到家')
  await elder.sees('送到 香泉苑 9 号 402 室')
  await elder.settled()
  await elder.picture('elder-confirm-home')
  await elder.tap('就订这份')
  await elder.sees('订好了，到点送来')
  await elder.settled()
  await elder.picture('elder-delivery')
  await elder.leave()

  await at('11:20')
  const courier = await courierAt('11:20')
  await courier.tap(/^带上 \d 份，出发/)
  await courier.sees('9 号 402 室')
  await courier.sees(/敲重一点，耳背/)
  await courier.tap('没人应门')
  await courier.sees(/^再等 /)
  await courier.leave()
  const waiting = await Visit.begin(browser, { server: server.url, clock: weekdayAt('11:21') })
  await waiting.signInAs('陈阿婆')
  await waiting.open('pages/home/index')
  await waiting.sees(/在路上，听着门/)
  await waiting.picture('elder-home-coming')
  await waiting.tap(/在路上，听着门/)
  await waiting.sees('在路上')
  await waiting.sees(/周师傅送/)
  await waiting.picture('elder-on-the-way')
  await waiting.leave()

  await at('11:25')
  const later = await courierAt('11:25')
  await later.tap(/^打给本人/)
  await later.answer('没接')
  await later.sees('打本人，没接')
  await later.leave()
  const daughter = await Visit.begin(browser, { server: server.url, clock: weekdayAt('11:25') })
  await daughter.signInAs('周兰')
  await daughter.open('pages/inbox/index')
  await daughter.sees('陈阿婆没有应门')
  await daughter.picture('no-answer-notice')
  // Her mother ordered herself, so the order stays hers; what is being done to find her is for the daughter to see.
  await daughter.tap(/陈阿婆没有应门/)
  await daughter.sees('没有人应门')
  await daughter.sees('送到 香泉苑 9 号 402 室')
  await daughter.sees('打了本人电话')
  await daughter.sees('打食堂电话')
  await daughter.settled()
  await daughter.tap('给陈阿婆打电话')
  await daughter.front.getByRole('button', { name: /^打 1\d{10}$/ }).waitFor()
  await daughter.sees('看号码会记下来，本人看得到。')
  await daughter.picture('shut-door')
  expect(await daughter.barriers()).toEqual([])
  await daughter.leave()
  const found = await Visit.begin(browser, { server: server.url, clock: weekdayAt('11:25') })
  await found.signInAs('陈阿婆')
  await found.open('features/people/pages/access-log/index')
  await found.sees(/送餐时没有人应门，打电话问问/)
  await found.picture('shut-door-seen')
  await found.leave()
})
