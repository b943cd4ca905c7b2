import { instantOf } from '@wanli/kernel/shanghai-time'
import type { MandatePayer, MandateScope } from '@wanli/contracts/mandates'
import type { FactKind } from '@wanli/contracts/people'

import { Canteen } from '../../src/canteen/canteen.entity.js'
import { Dish } from '../../src/canteen/dish.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { newId } from '../../src/common/new-id.js'
import { Transactions } from '../../src/database/transactions.js'
import { Card } from '../../src/people/card.entity.js'
import { Fact } from '../../src/people/fact.entity.js'
import { Identity } from '../../src/people/identity.entity.js'
import { Mandate } from '../../src/people/mandate.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { STREET } from '../../src/wallet/ledger.service.js'

import type { TestApp } from './app.js'

const AT = new Date('2026-11-01T00:00:00.000Z')

/** Rows with sane defaults, inserted directly: no service, no event. */
export class Make {
  private count = 0
  private readonly transactions: Transactions

  constructor(private readonly app: TestApp) {
    this.transactions = app.nest.get(Transactions)
  }

  /** A person without a wallet. */
  async stranger(): Promise<Person> {
    const face = 'man' as const
    const person: Person = {
      id: newId(),
      name: '陌生人',
      face,
      estate: null,
      elderMode: false,
      createdAt: AT,
      deletionAt: null,
      erasedAt: null,
    }
    await this.transactions.run((tx) => tx.insert(Person, person))
    return person
  }

  /** A person with a wallet. `age` is verified with residence and hukou. */
  async person(
    given: { name?: string; birthDay?: string; facts?: Partial<Record<FactKind, string>>; balanceFen?: number } = {},
  ): Promise<Person> {
    const person: Person = {
      id: newId(),
      name: given.name ?? '王小明',
      face: 'man',
      estate: null,
      elderMode: false,
      createdAt: AT,
      deletionAt: null,
      erasedAt: null,
    }
    const facts = { ...(given.birthDay === undefined ? {} : { birth_day: given.birthDay }), ...given.facts }
    await this.transactions.run(async (tx) => {
      await tx.insert(Person, person)
      for (const [kind, value] of Object.entries(facts)) {
        await tx.insert(Fact, {
          personId: person.id,
          kind: kind as FactKind,
          value,
          verifiedBy: '受理中心',
          verifiedAt: AT,
          evidence: 'document',
          validUntil: null,
          verifiedById: null,
        })
      }
      await this.app.ledger.openPocket(tx, person.id)
      const balanceFen = given.balanceFen ?? 10_000
      await this.app.ledger.post(tx, {
        kind: 'demo_grant',
        memo: '测试',
        orderId: null,
        moves: [
          { kind: 'demo_source', ownerId: STREET, amountFen: -balanceFen },
          { kind: 'person_own', ownerId: person.id, amountFen: balanceFen },
        ],
      })
    })
    return person
  }

  /** A person's openid at WeChat: without one nobody can pay there. */
  async openid(personId: string): Promise<void> {
    const identity = { provider: 'wechat' as const, subject: `o-${personId}`, personId, createdAt: AT }
    await this.transactions.run((tx) => tx.insert(Identity, identity))
  }

  /** A meal card that works. */
  async card(personId: string, number: string): Promise<void> {
    const card = { number, personId, livePersonId: personId, lostAt: null, createdAt: AT }
    await this.transactions.run((tx) => tx.insert(Card, card))
  }

  /** Gift money in a person's second pocket. */
  async gift(personId: string, amountFen: number): Promise<void> {
    await this.transactions.run((tx) =>
      this.app.ledger.post(tx, {
        kind: 'gift',
        memo: '社区送的',
        orderId: null,
        moves: [
          { kind: 'demo_source', ownerId: STREET, amountFen: -amountFen },
          { kind: 'person_gift', ownerId: personId, amountFen },
        ],
      }),
    )
  }

  /** A resident of Putuo with Shanghai hukou, born so that they are `age` on 2026-11-23. */
  elder(age: number, more: { name?: string; balanceFen?: number } = {}): Promise<Person> {
    return this.person({ birthDay: `${2026 - age}-05-01`, facts: { residence: '普陀区', hukou: '上海' }, ...more })
  }

  /** The accounts that belong to nobody in particular. */
  async street(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.app.ledger.openShared(tx, 'demo_source', STREET)
      await this.app.ledger.openShared(tx, 'subsidy_receivable', STREET)
    })
  }

  /** A mandate of `agent` to act for `principal`. */
  async mandate(
    agentId: string,
    principalId: string,
    given: {
      scopes?: MandateScope[]
      validUntil?: string
      revokedAt?: Date
      capFen?: number
      payer?: MandatePayer
    } = {},
  ): Promise<void> {
    await this.transactions.run((tx) =>
      tx.insert(Mandate, {
        id: newId(),
        agentId,
        principalId,
        relation: '妈妈',
        scopes: given.scopes ?? ['meals'],
        validUntil: given.validUntil ?? null,
        revokedAt: given.revokedAt ?? null,
        createdAt: AT,
        status: given.revokedAt === undefined ? 'live' : 'revoked',
        source: 'app',
        payer: given.payer ?? 'agent',
        dailyCapFen: given.capFen ?? null,
        paperNumber: null,
        photoId: null,
        livePair: given.revokedAt === undefined ? `${principalId} ${agentId}` : null,
        spentDay: null,
        spentFen: 0,
      }),
    )
  }

  /** A canteen with its revenue account. */
  async canteen(name = '香泉社区食堂'): Promise<Canteen> {
    const canteen = {
      id: newId(),
      name,
      address: '香泉苑',
      phone: '021-5550 0117',
      phoneHours: '早 6 点到晚 7 点',
      windowName: '3 号窗口',
    }
    await this.transactions.run(async (tx) => {
      await tx.insert(Canteen, canteen)
      await this.app.ledger.openShared(tx, 'canteen_revenue', canteen.id)
    })
    return canteen
  }

  /** Lunch of 2026-11-23: freeze 10:30, cut-off 11:30, served 11:00–13:00. */
  async lunch(canteenId: string, given: Partial<Sitting> = {}): Promise<Sitting> {
    const day = given.day ?? '2026-11-23'
    const sitting: Sitting = {
      id: newId(),
      canteenId,
      day,
      meal: 'lunch',
      opensAt: instantOf('2026-11-16', '06:00'),
      freezeAt: instantOf(day, '10:30'),
      cutOffAt: instantOf(day, '11:30'),
      servingFrom: instantOf(day, '11:00'),
      servingTo: instantOf(day, '13:00'),
      lastPickup: 0,
      poolSteps: null,
      closedAt: null,
      closedReason: null,
      closedById: null,
      ...given,
    }
    await this.transactions.run((tx) => tx.insert(Sitting, sitting))
    return sitting
  }

  /** A dish in a sitting. */
  async offer(
    sitting: Sitting,
    given: {
      name?: string
      listFen?: number
      halfFen?: number | null
      portions?: number
      kept?: number
      allergens?: string[]
      kind?: Dish['kind']
      ingredients?: string[]
    } = {},
  ): Promise<Offer> {
    this.count += 1
    const listFen = given.listFen ?? 1200
    const dish: Dish = {
      id: newId(),
      canteenId: sitting.canteenId,
      name: given.name ?? '红烧狮子头',
      kind: given.kind ?? '荤',
      picture: `dish-${this.count}`,
      meals: ['lunch'],
      listFen,
      halfFen: given.halfFen ?? null,
      ingredients: given.ingredients ?? ['猪肉'],
      allergens: given.allergens ?? ['大豆'],
      nutrition: { kcal: 400, proteinG: 20, fatG: 25, carbohydrateG: 15, sodiumMg: 700 },
      soft: true,
      lowSalt: false,
      tags: [],
      station: 'hot',
      costFen: 400,
      retiredAt: null,
      revision: 1,
      changedById: null,
      changedAt: null,
    }
    const offer: Offer = {
      id: newId(),
      sittingId: sitting.id,
      dishId: dish.id,
      position: this.count,
      listFen,
      halfFen: given.halfFen ?? null,
      capacityHalves: (given.portions ?? 30) * 2,
      soldHalves: 0,
      keptHalves: (given.kept ?? 0) * 2,
      soldKeptHalves: 0,
      withdrawnAt: null,
    }
    await this.transactions.run(async (tx) => {
      await tx.insert(Dish, dish)
      await tx.insert(Offer, offer)
    })
    return offer
  }

  /** A pick-up slot of ten minutes. */
  async slot(sitting: Sitting, given: { from?: string; capacity?: number } = {}): Promise<Slot> {
    const fromAt = instantOf(sitting.day, given.from ?? '11:40')
    const toAt = new Date(fromAt.getTime() + 600_000)
    const slot: Slot = { id: newId(), sittingId: sitting.id, fromAt, toAt, capacity: given.capacity ?? 1000, taken: 0 }
    await this.transactions.run((tx) => tx.insert(Slot, slot))
    return slot
  }
}
