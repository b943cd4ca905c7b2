/*
 * What must never happen: more addresses of one person than are allowed, by taps at once; an address gone, or on another canteen's run,
 * to which a meal is to go. Whoever adds one locks the person before counting (the key of a tap of their own holds the person's row
 * shared already, so of two such taps one is given up and runs again); whoever takes one away or moves it locks its row, as whoever
 * orders a meal to it or sets up a standing order does, before looking.
 */
import { Injectable } from '@nestjs/common'
import type { AddressRequest, AddressView, NewAddressRequest } from '@wanli/contracts/delivery'
import { DELIVERY } from '@wanli/kernel/limits'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { LIVE } from '../canteen/order.rules.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { AddressSealsService } from './address-seals.service.js'
import { AddressesQueries } from './addresses.queries.js'
import { Address } from './address.entity.js'
import { toSealed } from './address.rules.js'
import { Estate } from './estate.entity.js'
import { Standing } from './standing.entity.js'

/** Where people have their meals brought: told by themselves or by who orders for them. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly book: AddressesQueries,
    private readonly seals: AddressSealsService,
    private readonly helpers: HelpersService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** Addresses of the caller, or of who they order for. Throws `people.no_mandate` (403). */
  async list(caller: Caller, forPersonId: string | undefined): Promise<AddressView[]> {
    const { manager } = this.dataSource
    return this.book.of(await this.personOf(manager, caller, forPersonId), manager)
  }

  /**
   * Keeps another address. Throws `people.no_mandate` (403), `delivery.estate_not_found` (422) and `delivery.too_many_addresses` (409).
   */
  add(caller: Caller, once: OnceRequest, body: NewAddressRequest): Promise<AddressView> {
    return this.idempotency.once(once, async (tx) => {
      const personId = await this.personOf(tx, caller, body.forPersonId)
      await this.estateOf(tx, body.estateId)
      await this.people.lock(tx, personId)
      const max = DELIVERY.addresses
      if ((await tx.countBy(Address, { personId, retiredAt: IsNull() })) >= max)
        throw new DomainError('delivery.too_many_addresses', { max })
      const id = newId()
      const row = { id, personId, estateId: body.estateId, retiredAt: null, createdAt: this.clock.now() }
      await tx.insert(Address, { ...row, ...this.seals.seal(id, toSealed(body)) })
      return this.view(tx, personId, id)
    })
  }

  /**
   * Says an address anew; meals under way go there. Throws `delivery.address_not_found` (404), `delivery.estate_not_found` (422) and
   * `delivery.address_in_use` (409) for the estate of another canteen while a meal or a standing order of this one is to go there.
   */
  change(caller: Caller, id: string, body: AddressRequest): Promise<AddressView> {
    return this.transactions.run(async (tx) => {
      const { personId, estateId } = await this.own(tx, caller, id)
      const estate = await this.estateOf(tx, body.estateId)
      const before = await this.estateOf(tx, estateId)
      if (estate.canteenId !== before.canteenId) await this.assertUnused(tx, id)
      await tx.update(Address, { id }, { estateId: body.estateId, ...this.seals.seal(id, toSealed(body)) })
      return this.view(tx, personId, id)
    })
  }

  /**
   * Takes an address out of the list. Orders of before still say where they went. Throws `delivery.address_not_found` (404) and
   * `delivery.address_in_use` (409) while a meal or a standing order is to go there.
   */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.own(tx, caller, id)
      await this.assertUnused(tx, id)
      await tx.update(Address, { id, retiredAt: IsNull() }, { retiredAt: this.clock.now() })
    })
  }

  /** The row of an address that the caller may see, locked. Throws `delivery.address_not_found` (404). */
  private async own(tx: EntityManager, caller: Caller, id: string): Promise<Address> {
    const [row] = await lockRows(tx, Address, [id])
    if (row?.retiredAt !== null || !(await this.helpers.mayAct(tx, caller.personId, row.personId, 'meals')))
      throw new DomainError('delivery.address_not_found')
    return row
  }

  private async view(tx: EntityManager, personId: string, id: string): Promise<AddressView> {
    const all = await this.book.of(personId, tx)
    return defined(
      all.find((one) => one.id === id),
      'an address that was just kept',
    )
  }

  private async assertUnused(tx: EntityManager, addressId: string): Promise<void> {
    const isUsed =
      (await tx.existsBy(Standing, { addressId, endedAt: IsNull() })) ||
      (await tx.existsBy(Order, { addressId, status: In([...LIVE]) }))
    if (isUsed) throw new DomainError('delivery.address_in_use')
  }

  private async estateOf(tx: EntityManager, id: string): Promise<Estate> {
    const estate = await tx.findOneBy(Estate, { id })
    if (estate === null) throw new DomainError('delivery.estate_not_found')
    return estate
  }

  private async personOf(from: EntityManager, caller: Caller, forPersonId = caller.personId): Promise<string> {
    if (!(await this.helpers.mayAct(from, caller.personId, forPersonId, 'meals')))
      throw new DomainError('people.no_mandate')
    return forPersonId
  }
}
