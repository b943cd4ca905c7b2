import type { Reply } from '@wanli/contracts/routes'
import type { AskMandateRequest, MandateTerms } from '@wanli/contracts/mandates'
import type { ConsentDocument } from '@wanli/contracts/privacy'

import { Transactions } from '../../src/database/transactions.js'
import { CardsService } from '../../src/people/cards.service.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { currentVersion } from '../../src/privacy/documents.js'

import { newKey, type Answer, type Api } from './api.js'
import type { TestApp } from './app.js'
import type { Lunch } from './lunch.js'

/** A daughter of 45 and her mother of 81, both with a phone and a wallet, and a clerk at the desk. */
export interface Family {
  daughterId: string
  motherId: string
  clerkId: string
  daughter: Api
  mother: Api
  clerk: Api
  /** The daughter orders her mother's lunch; with `portions` more than one. */
  orderForMother(portions?: number): Promise<Answer<'POST /canteen/orders'>>
  /** The same as a quote. */
  quoteForMother(portions?: number): Promise<Answer<'POST /canteen/quotes'>>
  /** The mandate in each of the three ways; answers its id. */
  byAsking(terms?: Partial<MandateTerms>): Promise<string>
  byCode(terms?: Partial<MandateTerms>): Promise<string>
  onPaper(terms?: Partial<MandateTerms>): Promise<string>
}

export const MOTHER = {
  name: '王秀珍',
  phone: '13800000181',
  idNumber: '310107194505011226',
  card: '80620181',
} as const
export const DAUGHTER = { name: '周敏', phone: '13800000145' } as const
export const CLERK = { name: '许阿姨' } as const

/** Meals for at most 60 yuan a day, paid by the daughter, until it is revoked. */
export const TERMS: MandateTerms = { scopes: ['meals'], dailyCapFen: 6_000, payer: 'agent', validUntil: null }

/** Makes the family. */
export async function setFamily(app: TestApp, lunch: Lunch): Promise<Family> {
  const { make, api } = lunch
  const motherId = (await make.elder(81, { name: MOTHER.name })).id
  const daughterId = (await make.person({ name: DAUGHTER.name, birthDay: '1981-05-01', balanceFen: 30_000 })).id
  const clerkId = (await make.person({ name: CLERK.name, balanceFen: 0 })).id
  const contacts = app.nest.get(ContactsService, { strict: false })
  const cards = app.nest.get(CardsService, { strict: false })
  await app.nest.get(Transactions).run(async (tx) => {
    await contacts.keep(tx, motherId, 'phone', MOTHER.phone)
    await contacts.keep(tx, motherId, 'id_number', MOTHER.idNumber)
    await contacts.keep(tx, daughterId, 'phone', DAUGHTER.phone)
    await cards.give(tx, motherId, MOTHER.card)
  })
  const daughter = api.as(daughterId)
  const mother = api.as(motherId)
  const clerk = api.as(clerkId, [{ role: 'clerk' }])
  const lines = (quantity: number) => [{ offerId: lunch.meat.id, quantity }]
  const mandateId = async (): Promise<string> => {
    const { reply } = await mother.call('GET /mandates')
    const [first] = reply.agents.filter(({ status }) => status === 'live' || status === 'offered')
    if (first === undefined) throw new Error('there is no mandate')
    return first.id
  }
  return {
    daughterId,
    motherId,
    clerkId,
    daughter,
    mother,
    clerk,
    orderForMother: (portions = 1) =>
      daughter.call('POST /canteen/orders', {
        body: lunch.body({ forPersonId: motherId, lines: lines(portions) }),
        idempotencyKey: newKey(),
      }),
    quoteForMother: (portions = 1) =>
      daughter.call('POST /canteen/quotes', {
        body: { sittingId: lunch.sitting.id, lines: lines(portions), mode: 'dine_in', forPersonId: motherId },
      }),
    byAsking: async (terms = {}) => {
      const body: AskMandateRequest = { ...TERMS, ...terms, principalPhone: MOTHER.phone, relation: '妈妈' }
      ok(await daughter.call('POST /mandates', { body, idempotencyKey: newKey() }))
      const id = await mandateId()
      ok(await mother.call('POST /mandates/:id/accept', { params: { id } }))
      return id
    },
    byCode: async (terms = {}) => {
      const body = { ...TERMS, ...terms }
      const made = ok(await mother.call('POST /mandates/codes', { body, idempotencyKey: newKey() }))
      const redeem = { body: { code: made.code, relation: '妈妈' }, idempotencyKey: newKey() }
      return ok(await daughter.call('POST /mandates/redeem', redeem)).id
    },
    onPaper: async (terms = {}) => {
      const people = { principalId: motherId, agentId: daughterId, relation: '妈妈', paperNumber: 'WL-2026-0042' }
      ok(await clerk.call('POST /desk/mandates', { body: { ...TERMS, ...terms, ...people }, idempotencyKey: newKey() }))
      return mandateId()
    },
  }
}

/** A person agrees in the app to what a document says now. */
export async function agree(api: Api, document: ConsentDocument): Promise<void> {
  ok(await api.call('POST /me/consents', { body: { document, version: currentVersion(document) } }))
}

/** The reply of a call that must not be refused. */
export function ok<Key extends Parameters<Api['call']>[0]>(answer: Answer<Key>): Reply<Key> {
  if (answer.status >= 400) throw new Error(`refused: ${answer.status} ${answer.problem.code}`)
  return answer.reply
}
