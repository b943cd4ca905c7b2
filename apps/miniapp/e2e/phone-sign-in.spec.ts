import { weekdayAt } from './support/clock'
import { fillIn } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('signs in by a phone number and six digits, makes an account for somebody new, and ends a session elsewhere', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(/422|401/)
  await visit.open('features/people/pages/sign-in/index')
  await fillIn(visit, '手机号', '1380000')
  await visit.tap('发验证码')
  await visit.sees('手机号是 11 位数字，1 开头')
  await fillIn(visit, '手机号', '13800000999')
  await visit.tap('发验证码')
  const told = await visit.front.getByText(/验证码是 \d{6}/).innerText()
  const code = /\d{6}/.exec(told)?.[0] ?? ''
  await visit.picture('phone-code')
  await fillIn(visit, '验证码', String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await visit.tap('登录')
  await visit.front.getByRole('alert').waitFor()
  await fillIn(visit, '验证码', code)
  await visit.tap('登录')
  await visit.page.waitForURL((url) => !url.hash.includes('sign-in'))
  // Whom they look after is added here and now, not at a desk.
  await visit.tap('去添加，添上你要照顾的人')
  await visit.sees('你怎么称呼这位家人')
  await visit.open('features/people/pages/profile/index')
  await visit.sees('138****0999')
  await fillIn(visit, '怎么称呼', '小陆')
  // Leaving at once would cut the request off.
  const saved = visit.page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await visit.tap('保存')
  await saved
  await visit.open('pages/me/index')
  await visit.sees('小陆')
  await visit.leave()
})

it('leads a guest who tapped the canteen to its menu, once they have signed in, and back from there to their home', async () => {
  const visit = await stage.visit()
  await visit.open('pages/home/index')
  await visit.front.getByRole('link', { name: /^食堂/ }).click()
  await visit.tap(/^李静[ ，]/)
  await visit.sees('荤菜')
  await visit.tap('返回')
  await visit.sees('上午好，李静')
  await visit.leave()
})

it('shows a person where they are signed in and ends another device', async () => {
  const phone = await stage.visit()
  await phone.signInAs('李静')
  const other = await stage.visit()
  other.expectTrouble(/401/)
  await other.signInAs('李静')

  await phone.open('features/people/pages/sessions/index')
  await phone.sees('正在用')
  await phone.picture('sessions')
  await phone.tap(/^退掉，/)
  await phone.answer('退掉')
  await phone.front.getByRole('button', { name: /^退掉，/ }).waitFor({ state: 'hidden' })

  await other.open('features/canteen/pages/orders/index')
  await other.sees(/登录/)
  await phone.leave()
  await other.leave()
})
