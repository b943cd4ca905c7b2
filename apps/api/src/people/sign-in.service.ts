import { Injectable } from '@nestjs/common'
import type { PersonaView } from '@wanli/contracts/people'
import { DataSource, In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { Env } from '../config/env.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { WechatService } from '../wechat/wechat.service.js'

import { Identity } from './identity.entity.js'
import { Person } from './person.entity.js'
import { PERSONA_TEXTS } from './persona-texts.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { WelcomeService } from './welcome.service.js'

/** Who is at the door: by a WeChat code, or, in the demo, by choosing an invented person. */
@Injectable()
export class SignInService {
  constructor(
    private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly people: WelcomeService,
    private readonly wechat: WechatService,
    private readonly clock: Clock,
  ) {}

  /** The invented people of the demo, in the order of their story. Throws `request.not_found` (404) outside the demo. */
  async personas(): Promise<PersonaView[]> {
    if (!this.env.DEMO) throw new DomainError('request.not_found')
    const { manager } = this.dataSource
    const identities = await manager.findBy(Identity, { provider: 'demo' })
    const people = await manager.findBy(Person, { id: In(identities.map((identity) => identity.personId)) })
    const roles = await manager.findBy(RoleGrantRow, { personId: In(people.map((person) => person.id)) })
    return PERSONA_TEXTS.flatMap(({ persona, about }) => {
      const personId = identities.find((identity) => identity.subject === persona)?.personId
      const person = people.find((one) => one.id === personId)
      if (person === undefined) return []
      const own = roles.filter((role) => role.personId === personId).map((role) => role.role)
      return [{ persona, name: person.name, about, face: person.face, roles: own }]
    })
  }

  /** The person of a demo persona. Throws `auth.persona_unknown` (404); `request.not_found` (404) outside the demo. */
  async byPersona(persona: string): Promise<string> {
    if (!this.env.DEMO) throw new DomainError('request.not_found')
    const identity = await this.dataSource.manager.findOneBy(Identity, { provider: 'demo', subject: persona })
    if (identity === null) throw new DomainError('auth.persona_unknown')
    return identity.personId
  }

  /**
   * The person behind a `wx.login` code; somebody new gets an account. Throws `auth.wechat_refused` (401) or
   * `auth.wechat_unreachable` (503).
   */
  async byWechat(code: string): Promise<string> {
    const openid = await this.wechat.openidOf(code)
    const key = { provider: 'wechat' as const, subject: openid }
    const known = await this.dataSource.manager.findOneBy(Identity, key)
    if (known !== null) return known.personId
    try {
      return await this.transactions.run((tx) => this.welcome(tx, key))
    } catch (error) {
      // Two first sign-ins at once: the other one made the person.
      if (isDuplicateKey(error)) return (await this.dataSource.manager.findOneByOrFail(Identity, key)).personId
      throw error
    }
  }

  private async welcome(tx: EntityManager, key: { provider: 'wechat'; subject: string }): Promise<string> {
    const id = newId()
    await this.people.add(tx, { id, name: '新邻居', face: 'man', estate: null })
    await tx.insert(Identity, { ...key, personId: id, createdAt: this.clock.now() })
    return id
  }
}
