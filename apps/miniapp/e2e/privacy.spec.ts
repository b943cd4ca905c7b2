import { json } from 'node:stream/consumers'
import { weekdayAt } from './support/clock'
import { fillIn, findPerson, signInByPhone } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'), 'all')
const PRIVACY = 'features/people/pages/privacy/index'
const PROFILE = 'features/people/pages/profile/index'

it('tells 王秀珍 who looked and why, lets her agree, take her data along, and forbids leaving with money', async () => {
  const clerk = await stage.visit()
  await clerk.signInAs('许阿姨')
  await findPerson(clerk, '王 0181', '王*珍')
  await clerk.tap('看一次，手机号')
  await fillIn(clerk, '为什么看', '通知来领新卡')
  await clerk.answer('看一次')
  await clerk.sees('13800000181')
  await clerk.leave()

  const visit = await stage.visit()
  visit.expectTrouble(/409/)
  await visit.signInAs('王秀珍')
  await visit.open(PRIVACY)
  await visit.tap(/^谁看过我的资料/)
  await visit.sees('许阿姨（服务站前台）')
  await visit.sees('手机号 通知来领新卡')
  await visit.picture('privacy-log')

  await visit.open(PRIVACY)
  await visit.sees(/纸上签的/)
  await visit.tap(/^证件信息单独同意/)
  await visit.tap('收回同意')
  await visit.answer(/^收回$/)
  await visit.tap('看过了，同意')
  await visit.tap('收回同意')
  await visit.picture('privacy-consent')
  await visit.answer(/^收回$/)
  await visit.tap('看过了，同意')
  await visit.front.getByRole('button', { name: '收回同意' }).waitFor()

  await visit.open(PRIVACY)
  const download = visit.page.waitForEvent('download')
  await visit.tap(/^把我的资料拿走/)
  expect(await json(await (await download).createReadStream())).toMatchObject({ person: '王秀珍' })

  await visit.tap(/^注销账号/)
  await visit.answer('七天后注销')
  await visit.page
    .getByText(/钱包里还有钱/)
    .first()
    .waitFor()
  await visit.leave()
})

it('asks twice before an account is erased, says on which day, and takes it back', async () => {
  const visit = await stage.visit()
  await signInByPhone(visit, '13800000888')
  await visit.open(PRIVACY)
  await visit.tap(/^注销账号/)
  await visit.picture('privacy-deletion')
  await visit.answer('七天后注销')
  await visit.sees(/账号会在 .+ 注销/)
  await visit.picture('privacy-deleting')
  await visit.tap('不注销了')
  await visit.front.getByRole('button', { name: /^注销账号/ }).waitFor()
  await visit.leave()
})

it('keeps that somebody has a 低保证 only with their separate consent, asked for in the same question', async () => {
  const visit = await stage.visit()
  await signInByPhone(visit, '13800000777')
  await visit.open(PROFILE)
  await visit.tap('我有低保证')
  await visit.page.getByText(/要你单独同意才记/).waitFor()
  await visit.picture('privacy-declare')
  await visit.answer('先不记')
  await visit.front.getByRole('button', { name: '我有低保证' }).waitFor()
  await visit.tap('我有低保证')
  await visit.answer('同意记下')
  await visit.sees('你自己说的，前台看过证件才算数')
  await visit.open(PRIVACY)
  await visit.tap(/^证件信息单独同意/)
  await visit.tap('收回同意')
  await visit.answer(/^收回$/)
  await visit.front.getByRole('button', { name: '看过了，同意' }).waitFor()
  await visit.open(PROFILE)
  await visit.front.getByRole('button', { name: '我有低保证' }).waitFor()
  await visit.leave()
})

it('leaves a row where it stands when a question about it was answered in the care mode', async () => {
  const visit = await stage.visit()
  await signInByPhone(visit, '13800000778')
  await visit.open('pages/me/index')
  await visit.front.getByRole('switch', { name: '关怀版' }).click()
  await visit.open(PROFILE)
  await visit.tap('我有低保证')
  await visit.page.getByText(/要你单独同意才记/).waitFor()
  await visit.picture('privacy-declare-elder')
  await visit.answer('先不记')
  const declare = visit.front.getByRole('button', { name: '我有低保证' })
  // Focus is back on it: a row that cuts off what is wider than itself must not be scrolled by that.
  const moved = await declare.evaluate((button) => {
    const scrolled: number[] = []
    for (let at: Element | null = button; at !== null; at = at.parentElement) scrolled.push(at.scrollLeft)
    return Math.max(...scrolled)
  })
  expect(moved).toBe(0)
  await visit.leave()
})
