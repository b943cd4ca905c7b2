/*
 * What must never happen: a door readable in the database, or shown to somebody who does not live there, may not order for them and
 * does not bring them a meal today. Only this file opens what is sealed; whoever shows it to staff records who looked.
 */
import { Injectable } from '@nestjs/common'
import type { AddressView, EstateView } from '@wanli/contracts/delivery'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import type { DoorstepBook } from '../canteen/doorsteps.queries.js'
import type { Doorstep } from '../canteen/doorstep.rules.js'
import { lockRows, marks } from '../database/rows.js'
import { send } from '../database/together.js'
import { SealingService } from '../privacy/sealing.service.js'

import { Address } from './address.entity.js'
import { placeOf, textOf, type OpenAddress, type SealedAddress } from './address.rules.js'
import { Estate } from './estate.entity.js'

/** Addresses: opened for who may see them, found for the canteen. */
@Injectable()
export class AddressesQueries implements DoorstepBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealing: SealingService,
  ) {}

  /** Every estate that is on a run. */
  async estates(): Promise<EstateView[]> {
    const rows = await this.dataSource.manager.find(Estate, { order: { runNumber: 'ASC', position: 'ASC' } })
    return rows.map(({ id, canteenId, name, runNumber }) => ({ id, canteenId, name, run: runNumber }))
  }

  /** A person's addresses, the oldest first, as they are shown to who may see them. */
  async of(personId: string, from: EntityManager): Promise<AddressView[]> {
    const order = { createdAt: 'ASC' as const, id: 'ASC' as const }
    const rows = await from.find(Address, { where: { personId, retiredAt: IsNull() }, order })
    return (await this.openRows(from, rows)).map(toAddressView)
  }

  /** Addresses by id, opened. */
  async open(from: EntityManager, ids: readonly string[]): Promise<Map<string, OpenAddress>> {
    if (ids.length === 0) return new Map()
    const rows = await from.findBy(Address, { id: In([...new Set(ids)]) })
    return new Map((await this.openRows(from, rows)).map((one) => [one.id, one]))
  }

  /** Addresses as the canteen looks at them; one that is retired is on no run any more. */
  async find(from: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>> {
    return doorstepsOf([...(await this.open(from, ids)).values()])
  }

  /** The same, locked until the transaction ends: whoever takes one away waits, or was quicker. */
  async lock(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Doorstep>> {
    return doorstepsOf(await this.openRows(tx, await lockRows(tx, Address, ids)))
  }

  /** Which of these canteens have a run. */
  async delivering(from: EntityManager, canteenIds: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `SELECT DISTINCT canteen_id FROM delivery_estate WHERE canteen_id IN (${marks(canteenIds)})`
    const rows = (await send(from, sql, canteenIds)) as { canteen_id: string }[]
    return new Set(rows.map((row) => row.canteen_id))
  }

  private async openRows(from: EntityManager, rows: readonly Address[]): Promise<OpenAddress[]> {
    if (rows.length === 0) return []
    const estates = await from.findBy(Estate, { id: In([...new Set(rows.map(({ estateId }) => estateId))]) })
    return rows.flatMap((row) => {
      const estate = estates.find(({ id }) => id === row.estateId)
      if (estate === undefined) return []
      const said = JSON.parse(this.sealing.open(placeOf(row.id), row)) as SealedAddress
      return [{ ...said, id: row.id, personId: row.personId, estate, retired: row.retiredAt !== null }]
    })
  }
}

function doorstepsOf(opened: readonly OpenAddress[]): Map<string, Doorstep> {
  return new Map(
    opened.map((address) => {
      const { id, personId, estate, retired } = address
      const canteenIds = retired ? [] : [estate.canteenId]
      return [id, { personId, text: textOf(address), canteenIds, run: estate.runNumber }]
    }),
  )
}

function toAddressView(address: OpenAddress): AddressView {
  const { id, estate, building, unit, room, floor, lift, note, receivers, contacts } = address
  return {
    id,
    text: textOf(address),
    estateId: estate.id,
    estateName: estate.name,
    canteenId: estate.canteenId,
    building,
    unit,
    room,
    floor,
    lift,
    note,
    receivers,
    contacts,
  }
}
