import { refusalOf } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { closing, setLunch, type Lunch } from './support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
  lunch = await setLunch(app)
})
afterAll(() => app.close())

describe('a text that is nothing but blanks', () => {
  it('says nothing: no reason, no name of a dish, no food that somebody does not eat', async () => {
    const person = lunch.api.as((await lunch.make.person()).id)
    const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const answer = await cook.call('POST /menus/closings', closing(lunch.sitting, '  　'))
    expect([answer.status, answer.problem.fields]).toEqual([
      422,
      [{ path: 'reason', rule: 'minLength', message: '太短了' }],
    ])
    const diet = { query: {}, body: { avoid: [' '], lowSalt: false, soft: false } }
    expect(refusalOf(await person.call('PUT /canteen/diet', diet))).toBe('422 request.invalid')
    const kept = await person.call('PUT /canteen/diet', { ...diet, body: { ...diet.body, avoid: [' 香菜 '] } })
    expect(kept.reply.avoid).toEqual(['香菜'])
  })
})
