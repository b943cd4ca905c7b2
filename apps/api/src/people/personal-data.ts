import { In, IsNull, Not, type EntityManager } from 'typeorm'

import { RequestKey } from '../common/request-key.entity.js'
import type { NoticesService } from '../notices/notices.service.js'
import type { PersonalData } from '../privacy/personal-data.service.js'
import type { UploadsService } from '../uploads/uploads.service.js'

import { Act } from './act.entity.js'
import { Card } from './card.entity.js'
import { Contact } from './contact.entity.js'
import type { ContactsService } from './contacts.service.js'
import { Declaration } from './declaration.entity.js'
import { Fact } from './fact.entity.js'
import { Identity } from './identity.entity.js'
import { MandateCode } from './mandate-code.entity.js'
import { Mandate } from './mandate.entity.js'
import { Person } from './person.entity.js'
import { PhoneCode } from './phone-code.entity.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { Session } from './session.entity.js'

const ERASED_NAME = '已注销用户'
const BOTH_SIDES = (personId: string) => [{ agentId: personId }, { principalId: personId }]

/** What people needs of others to give out and to forget. */
export interface PeopleDataParts {
  contacts: ContactsService
  notices: NoticesService
  uploads: UploadsService
}

/** What people keeps of a person, how it is given out, and how it is forgotten. */
export function peopleData(parts: PeopleDataParts): PersonalData {
  return {
    section: 'people',
    tables: [
      'people_person',
      'people_identity',
      'people_session',
      'people_role',
      'people_fact',
      'people_declaration',
      'people_contact',
      'people_card',
      'people_mandate',
      'people_mandate_code',
      'people_act',
      'people_phone_code',
      'request_key',
    ],
    export: (personId, from) => exportPerson(personId, from, parts.contacts),
    erase: (tx, personId) => erasePerson(tx, personId, parts),
  }
}

async function exportPerson(personId: string, from: EntityManager, contacts: ContactsService): Promise<unknown> {
  const { name, face, estate, elderMode, createdAt, deletionAt } = await from.findOneByOrFail(Person, { id: personId })
  return {
    profile: { name, face, estate, elderMode, createdAt, deletionAt },
    phone: await contacts.reveal(from, personId, 'phone'),
    idNumber: await contacts.reveal(from, personId, 'id_number'),
    facts: (await from.findBy(Fact, { personId })).map(
      ({ kind, value, evidence, verifiedBy, verifiedAt, validUntil }) => ({
        kind,
        value,
        evidence,
        verifiedBy,
        verifiedAt,
        validUntil,
      }),
    ),
    declared: (await from.findBy(Declaration, { personId })).map(({ kind, value, createdAt: at }) => ({
      kind,
      value,
      at,
    })),
    roles: (await from.findBy(RoleGrantRow, { personId })).map(({ role, scopeName, grantedAt }) => ({
      role,
      scopeName,
      grantedAt,
    })),
    cards: (await from.findBy(Card, { personId })).map(({ number, lostAt, createdAt: at }) => ({ number, lostAt, at })),
    signInsFrom: (await from.findBy(Identity, { personId })).map(({ provider, subject }) => ({ provider, subject })),
    sessions: (await from.findBy(Session, { personId })).map(({ device, createdAt: at, rotatedAt, revokedAt }) => ({
      device,
      at,
      lastUsedAt: rotatedAt,
      revokedAt,
    })),
    ...(await exportMandates(personId, from)),
  }
}

/** Both sides of what was allowed and done, with the names of the others. */
async function exportMandates(
  personId: string,
  from: EntityManager,
): Promise<{ mandates: unknown[]; acts: unknown[] }> {
  const names = new Map<string, string>()
  const mandates = await from.findBy(Mandate, BOTH_SIDES(personId))
  const acts = await from.findBy(Act, BOTH_SIDES(personId))
  for (const { agentId, principalId } of [...mandates, ...acts])
    for (const id of [agentId, principalId])
      if (!names.has(id)) names.set(id, (await from.findOneBy(Person, { id }))?.name ?? '')
  const sides = ({ agentId, principalId }: { agentId: string; principalId: string }) => ({
    agent: names.get(agentId),
    principal: names.get(principalId),
  })
  return {
    mandates: mandates.map((row) => ({
      ...sides(row),
      relation: row.relation,
      scopes: row.scopes,
      dailyCapFen: row.dailyCapFen,
      payer: row.payer,
      validUntil: row.validUntil,
      status: row.status,
      source: row.source,
      paperNumber: row.paperNumber,
      createdAt: row.createdAt,
    })),
    acts: acts.map((row) => ({
      ...sides(row),
      what: row.what,
      amountFen: row.amountFen,
      undoneAt: row.undoneAt,
      createdAt: row.createdAt,
    })),
  }
}

async function erasePerson(tx: EntityManager, personId: string, { notices, uploads }: PeopleDataParts): Promise<void> {
  const phone = await tx.findOneBy(Contact, { personId, kind: 'phone' })
  if (phone !== null) await tx.delete(PhoneCode, { phoneBlind: phone.blind })
  for (const entity of [Identity, Session, RoleGrantRow, Fact, Declaration, Contact])
    await tx.delete(entity, { personId })
  await tx.delete(MandateCode, { principalId: personId })
  // The row stays for the ledger's sake; a card's number would lead back to whoever carries it.
  await tx.delete(Card, { personId })
  await eraseMandates(tx, personId, { notices, uploads })
  // As a clerk they stand in other people's facts and inboxes.
  await tx.update(Fact, { verifiedById: personId }, { verifiedBy: ERASED_NAME })
  await notices.forgetKeyed(tx, `viewed ${personId} `)
  await tx.delete(RequestKey, { personId })
  const nobody = { name: ERASED_NAME, face: 'man' as const, estate: null, elderMode: false }
  await tx.update(Person, { id: personId }, nobody)
}

/** Mandates and what was done under them stay for the other side, without words, papers and messages. */
async function eraseMandates(
  tx: EntityManager,
  personId: string,
  { notices, uploads }: Pick<PeopleDataParts, 'notices' | 'uploads'>,
): Promise<void> {
  const mandates = await tx.findBy(Mandate, BOTH_SIDES(personId))
  await uploads.remove(
    tx,
    mandates.flatMap(({ photoId }) => photoId ?? []),
  )
  await notices.forgetAbout(
    tx,
    'mandate',
    mandates.map(({ id }) => id),
  )
  for (const side of BOTH_SIDES(personId)) {
    const ended = { status: 'revoked' as const, livePair: null }
    await tx.update(Mandate, { ...side, status: In(['live', 'offered']) }, ended)
    await tx.update(Mandate, { ...side, paperNumber: Not(IsNull()) }, { paperNumber: ERASED_NAME })
    await tx.update(Mandate, side, { relation: '', photoId: null })
    await tx.update(Act, side, { what: '' })
  }
}
