import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { richPerson, SHEN, staffOf, WANG, type RichPerson, type RichWords } from '../support/rich-person.js'

let app: TestApp
let lunch: Lunch
let wang: RichPerson
let shen: RichPerson

beforeAll(async () => {
  app = await startApp({ WECHAT_TEMPLATES: 'order:T-order' })
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  const staff = await staffOf(lunch)
  wang = await richPerson(app, lunch, staff, WANG)
  shen = await richPerson(app, lunch, staff, SHEN)
})

const wordsOf = (words: RichWords): string[] => Object.values<string>({ ...words })
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

it('gives a person everything that is kept about them, and nothing of another', async () => {
  const reply = ok(await wang.api.call('GET /me/export'))
  const text = JSON.stringify(reply)
  // What they told, what was told about them, who looked at it, and with whom they act.
  for (const word of [...wordsOf(WANG).filter((one) => one !== WANG.relativePhone), '核对退款', '许阿姨（服务站前台）'])
    expect(text).toContain(word)
  expect(Object.keys(reply.sections).sort()).toEqual([
    'canteen',
    'delivery',
    'kitchen',
    'menus',
    'notices',
    'people',
    'privacy',
    'uploads',
    'wallet',
  ])
  for (const word of [...wordsOf(SHEN), WANG.relativePhone, shen.id, shen.orderId, shen.relativeId])
    expect(text).not.toContain(word)
  // Whatever else is an id in it is their own or of something of theirs.
  const strangers = new Set([shen.id, shen.relativeId, shen.uploadId, shen.mandateId, shen.noticeId, wang.relativeId])
  expect((text.match(UUID) ?? []).filter((id) => strangers.has(id))).toEqual([])
})

it('counts every row: orders, money, messages, mandates, consents, looks, pictures', async () => {
  const { sections } = ok(await wang.api.call('GET /me/export')) as unknown as {
    sections: {
      people: { mandates: unknown[]; acts: unknown[]; facts: unknown[]; declared: unknown[]; cards: unknown[] }
      canteen: { orders: { iEat: boolean; iOrdered: boolean; lines: unknown[] }[] }
      wallet: { pockets: { balanceFen: number }[]; entries: { amountFen: number }[] }
      privacy: { consents: unknown[]; lookedAt: unknown[] }
      notices: { notices: unknown[] }
      uploads: { url: string }[]
    }
  }
  const { people, canteen, wallet, privacy, uploads } = sections
  expect([people.mandates.length, people.acts.length, people.facts.length, people.declared.length]).toEqual([
    2, 2, 3, 1,
  ])
  expect(canteen.orders.map(({ iEat, iOrdered, lines }) => [iEat, iOrdered, lines.length])).toEqual([
    [true, true, 1],
    [true, false, 1],
    [false, true, 1],
  ])
  expect(wallet.entries.reduce((total, { amountFen }) => total + amountFen, 0)).toBe(
    wallet.pockets.reduce((total, { balanceFen }) => total + balanceFen, 0),
  )
  expect([privacy.consents.length, privacy.lookedAt.length]).toEqual([3, 2])
  expect(sections.notices.notices).toHaveLength(
    ok(await wang.api.call('GET /notices', { query: { limit: 100 } })).items.length,
  )
  // The paper that the clerk photographed, and their own; both can be fetched.
  expect(uploads).toHaveLength(2)
  for (const { url } of uploads) expect((await fetch(`${app.url}${url}`)).status).toBe(200)
})
