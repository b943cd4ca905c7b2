import { Transactions } from '../../src/database/transactions.js'
import { CardsService } from '../../src/people/cards.service.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { Identity } from '../../src/people/identity.entity.js'
import { PhoneCode } from '../../src/people/phone-code.entity.js'
import { SealingService } from '../../src/privacy/sealing.service.js'

import { newKey, type Api } from './api.js'
import type { TestApp } from './app.js'
import { agree, ok, TERMS } from './family.js'
import type { Lunch } from './lunch.js'
import { photo, sendPicture } from './pictures.js'

/** What is said of one person in a rich life; every text is theirs alone. */
export interface RichWords {
  name: string
  phone: string
  idNumber: string
  card: string
  openid: string
  note: string
  paper: string
  declared: string
  relative: string
  relativePhone: string
}

/** A person about whom every module knows something. */
export interface RichPerson {
  id: string
  api: Api
  words: RichWords
  orderId: string
  mandateId: string
  noticeId: string
  uploadId: string
  relativeId: string
  relative: Api
}

/** Who works at the desk and at the window. */
export interface Staff {
  clerk: Api
  cook: Api
}

const FAR = new Date('2099-01-01T00:00:00.000Z')

/** Two staff of the street. */
export async function staffOf(lunch: Lunch): Promise<Staff> {
  const clerkId = (await lunch.make.person({ name: '许阿姨', balanceFen: 0 })).id
  const cookId = (await lunch.make.person({ name: '孙大勺', balanceFen: 0 })).id
  return {
    clerk: lunch.api.as(clerkId, [{ role: 'clerk' }]),
    cook: lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }]),
  }
}

/**
 * Leads a person through everything there is: signed in from WeChat, known to the desk, with card, papers, consents, pictures, and a
 * daughter who orders for them and for whom they order.
 */
export async function richPerson(app: TestApp, lunch: Lunch, staff: Staff, words: RichWords): Promise<RichPerson> {
  const { make, api: anybody } = lunch
  const { id } = await make.elder(81, { name: words.name, balanceFen: 20_000 })
  const relativeId = (await make.person({ name: words.relative, balanceFen: 20_000 })).id
  const contacts = app.nest.get(ContactsService, { strict: false })
  await app.nest.get(Transactions).run(async (tx) => {
    const createdAt = app.clock.now()
    await tx.insert(Identity, { provider: 'wechat', subject: words.openid, personId: id, createdAt })
    await contacts.keep(tx, id, 'phone', words.phone)
    await contacts.keep(tx, id, 'id_number', words.idNumber)
    // What asking for a code leaves behind; asking itself is let through once a minute.
    const phoneBlind = app.nest.get(SealingService).blind('phone', words.phone)
    await tx.insert(PhoneCode, { phoneBlind, codeHash: 'hash', tries: 0, expiresAt: FAR, usedAt: null })
    await contacts.keep(tx, relativeId, 'phone', words.relativePhone)
    await app.nest.get(CardsService, { strict: false }).give(tx, id, words.card)
  })
  const api = anybody.as(id)
  const relative = anybody.as(relativeId)
  for (const document of ['terms', 'privacy', 'sensitive'] as const) await agree(api, document)
  ok(await api.call('PUT /me/facts/:kind', { params: { kind: 'welfare_class' }, body: { value: words.declared } }))
  ok(await api.call('POST /notices/credits', { body: { answers: { 'T-order': 'accept' } } }))
  const params = { id }
  ok(await staff.clerk.call('GET /desk/people/:id', { params }))
  ok(await staff.clerk.call('POST /desk/people/:id/reveal', { params, body: { field: 'phone', reason: '核对退款' } }))
  const paper = (await sendPicture(app, staff.clerk, await photo())).reply.id
  const people = { principalId: id, agentId: relativeId, relation: '妈妈', paperNumber: words.paper, photoId: paper }
  ok(await staff.clerk.call('POST /desk/mandates', { body: { ...TERMS, ...people }, idempotencyKey: newKey() }))
  const ask = { ...TERMS, principalPhone: words.relativePhone, relation: '女儿' }
  ok(await api.call('POST /mandates', { body: ask, idempotencyKey: newKey() }))
  const asked = ok(await relative.call('GET /mandates')).agents[0]?.id ?? ''
  ok(await relative.call('POST /mandates/:id/accept', { params: { id: asked } }))
  ok(await api.call('POST /mandates/codes', { body: TERMS, idempotencyKey: newKey() }))
  const order = async (caller: Api, forPersonId?: string): Promise<string> => {
    const body = lunch.body({ note: words.note, ...(forPersonId === undefined ? {} : { forPersonId }) })
    const placed = ok(await caller.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    const code = ok(await caller.call('GET /canteen/orders/:id', { params: { id: placed.id } })).pickupCode ?? ''
    ok(await staff.cook.call('POST /canteen/pickups', { body: { code, early: true }, idempotencyKey: newKey() }))
    return placed.id
  }
  const orderId = await order(api)
  await order(relative, id)
  await order(api, relativeId)
  return {
    id,
    api,
    words,
    orderId,
    mandateId: ok(await api.call('GET /mandates')).agents[0]?.id ?? '',
    noticeId: ok(await api.call('GET /notices')).items[0]?.id ?? '',
    uploadId: (await sendPicture(app, api, await photo())).reply.id,
    relativeId,
    relative,
  }
}

export const WANG: RichWords = {
  name: '王秀珍',
  phone: '13800000181',
  idNumber: '310107194505011226',
  card: '80620181',
  openid: 'o-wang-of-the-first-house',
  note: '汤不要香菜，我牙不好',
  paper: 'WL-2026-0042',
  declared: '低保证号沪普0042',
  relative: '周敏敏',
  relativePhone: '13800000145',
}
export const SHEN: RichWords = {
  name: '沈德龙',
  phone: '13900000277',
  idNumber: '310107194903150039',
  card: '80770277',
  openid: 'o-shen-of-the-second-house',
  note: '饭多盛一点，有痛风',
  paper: 'WL-2026-0077',
  declared: '残疾证号沪普0077',
  relative: '沈小虎',
  relativePhone: '13900000246',
}
