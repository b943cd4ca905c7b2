import { weekdayAt } from './support/clock'
import { choose, fillIn } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('begins a mandate by six digits that 王秀珍 reads out, and by no others', async () => {
  const tells = await stage.visit()
  await tells.signInAs('王秀珍')
  await tells.open('features/people/pages/mandate-code/index')
  await tells.tap('出一个数字')
  await tells.sees('把这个数字念给家人听')
  await tells.picture('mandate-code-told')
  const code = (await tells.front.getByText(/^\d{3} \d{3}$/).innerText()).replace(/\D/g, '')

  const hears = await stage.visit()
  hears.expectTrouble(/422/)
  await hears.signInAs('李静')
  await hears.open('features/people/pages/mandate-ask/index')
  await choose(hears, '输数字')
  await choose(hears, '奶奶')
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  await fillIn(hears, '对方念给你的 6 位数字', wrong)
  await hears.tap('好了，开始代办')
  await hears.sees('数字不对，或者过时了，请家人再出一个')
  expect(await hears.page.getByRole('textbox', { name: '别的叫法' }).inputValue()).toBe('奶奶')

  await fillIn(hears, '对方念给你的 6 位数字', code)
  await hears.tap('好了，开始代办')
  await hears.sees('奶奶 王秀珍')
  await hears.picture('mandate-code-begun')
  await hears.leave()
  await tells.leave()
})
