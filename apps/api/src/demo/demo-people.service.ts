import { Injectable } from '@nestjs/common'
import { needsConsent } from '@wanli/kernel/sensitive-facts'
import { addDays } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import type { Canteen } from '../canteen/canteen.entity.js'
import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { CardsService } from '../people/cards.service.js'
import { ContactsService } from '../people/contacts.service.js'
import { Fact } from '../people/fact.entity.js'
import { Identity } from '../people/identity.entity.js'
import { Person } from '../people/person.entity.js'
import { RoleGrantRow } from '../people/role-grant.entity.js'
import { Consent } from '../privacy/consent.entity.js'
import { currentVersion } from '../privacy/documents.js'
import { LedgerService, STREET } from '../wallet/ledger.service.js'

import type { DemoPerson } from './demo-person.js'

/** Residence is checked again from time to time; in the demo that is soon. */
const RESIDENCE_DAYS = 200
/** So that an age holds for most of a year. */
const BIRTHDAY_DAYS_AGO = 100
const EVIDENCE: Record<Fact['kind'], Fact['evidence']> = {
  birth_day: 'id_card',
  hukou: 'hukou_book',
  residence: 'document',
  welfare_class: 'welfare_certificate',
}

/** Invented people with what a clerk has verified of them and what they signed for it, their cards and their wallets. */
@Injectable()
export class DemoPeopleService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly contacts: ContactsService,
    private readonly cards: CardsService,
    private readonly clock: Clock,
  ) {}

  /** Makes people who are known since an instant, with empty wallets. Answers their ids by key. */
  async add(
    tx: EntityManager,
    people: readonly DemoPerson[],
    canteen: Canteen,
    since: Date,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Map(people.map(({ key }) => [key, newId()]))
    const known = people.map((demo) => ({ demo, personId: ids.get(demo.key) ?? '' }))
    await insertRows(
      tx,
      Person,
      known.map(({ demo: { name, face, estate, elderMode }, personId: id }) => {
        const isThere = { createdAt: since, deletionAt: null, erasedAt: null }
        return { id, name, face, estate, elderMode: elderMode === true, ...isThere }
      }),
    )
    await insertRows(
      tx,
      Identity,
      known
        .filter(({ demo }) => demo.persona)
        .map(({ demo, personId }) => ({ provider: 'demo' as const, subject: demo.key, personId, createdAt: since })),
    )
    await insertRows(
      tx,
      RoleGrantRow,
      known.flatMap(({ demo, personId }) => rolesOf(demo, personId, canteen, since)),
    )
    const facts = known.map(({ demo, personId }) => this.factsOf(demo, personId, since))
    await insertRows(tx, Fact, facts.flat())
    const agreed = known.filter((_, place) => facts[place]?.some(({ kind }) => needsConsent(kind)))
    await insertRows(
      tx,
      Consent,
      agreed.map(({ demo, personId }) => signedBy(demo, personId, since)),
    )
    for (const { demo, personId } of known) {
      if (demo.phone !== undefined) await this.contacts.keep(tx, personId, 'phone', demo.phone)
      if (demo.cardNumber !== undefined) await this.cards.give(tx, personId, demo.cardNumber)
      await this.ledger.openPocket(tx, personId)
    }
    return ids
  }

  /** Fills their wallets, at an instant. */
  async grant(
    tx: EntityManager,
    people: readonly DemoPerson[],
    idOf: (key: string) => string,
    at: Date,
  ): Promise<void> {
    const source = { kind: 'demo_source' as const, ownerId: STREET }
    const given = people
      .filter(({ balanceFen }) => balanceFen > 0)
      .map(({ key, balanceFen }) => ({ pocket: { kind: 'person_own' as const, ownerId: idOf(key) }, balanceFen }))
    const book = await this.ledger.open(tx, [source, ...given.map(({ pocket }) => pocket)], at)
    for (const { pocket, balanceFen } of given) {
      const moves = [
        { ...source, amountFen: -balanceFen },
        { ...pocket, amountFen: balanceFen },
      ]
      book.post({ kind: 'demo_grant', memo: '演示用的钱', orderId: null, moves })
    }
    await this.ledger.write(tx, book)
  }

  private factsOf(demo: DemoPerson, personId: string, verifiedAt: Date): Fact[] {
    const facts: Partial<Record<Fact['kind'], string>> = { ...demo.facts }
    if (demo.age !== null) facts.birth_day = this.birthDay(demo.age, demo.birthdayDaysAgo)
    return Object.entries(facts).map(([name, value]) => {
      const kind = name as Fact['kind']
      return {
        personId,
        kind,
        value,
        verifiedBy: '万里街道社区事务受理中心',
        verifiedAt,
        evidence: EVIDENCE[kind],
        validUntil: kind === 'residence' ? addDays(this.clock.today(), RESIDENCE_DAYS) : null,
        verifiedById: null,
      }
    })
  }

  private birthDay(age: number, daysAgo = BIRTHDAY_DAYS_AGO): string {
    const day = addDays(this.clock.today(), -daysAgo)
    return `${Number(day.slice(0, 4)) - age}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
  }
}

/** What somebody signed before a clerk wrote down what stands in their documents. */
function signedBy({ key }: DemoPerson, personId: string, givenAt: Date): Consent {
  const [document, channel] = ['sensitive', 'paper'] as const
  const said = { document, version: currentVersion(document), channel, paperNumber: `WL-S-${key}` }
  return { id: newId(), personId, ...said, givenAt, withdrawnAt: null, standingPersonId: personId }
}

/** Roles of a person; who works for the canteen does so for this one. */
function rolesOf({ roles }: DemoPerson, personId: string, canteen: Canteen, grantedAt: Date): RoleGrantRow[] {
  return roles.map((role) => {
    const isOfCanteen = role === 'canteen_staff' || role === 'courier'
    const scope = isOfCanteen ? { scopeId: canteen.id, scopeName: canteen.name } : { scopeId: '', scopeName: null }
    return { personId, role, ...scope, grantedAt }
  })
}
