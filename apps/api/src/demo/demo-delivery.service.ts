import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { AddressSealsService } from '../delivery/address-seals.service.js'
import { Address } from '../delivery/address.entity.js'
import { RunCourier } from '../delivery/courier.entity.js'
import { Estate } from '../delivery/estate.entity.js'
import { StandingWeekday } from '../delivery/standing-weekday.entity.js'
import { Standing } from '../delivery/standing.entity.js'

import { DEMO_DOORS, DEMO_ESTATES, type DemoDoor } from './demo-delivery.js'

/** Invented doors: estates on two runs with their couriers, who lives there, and what comes to them by itself. */
@Injectable()
export class DemoDeliveryService {
  constructor(
    private readonly seals: AddressSealsService,
    private readonly clock: Clock,
  ) {}

  /** Makes them, in the transaction that makes the people. `idOf` finds a person of the demo. */
  async seed(tx: EntityManager, canteenId: string, idOf: (key: string) => string): Promise<void> {
    const estateIds = new Map<string, string>()
    for (const [position, { courier, ...estate }] of DEMO_ESTATES.entries()) {
      const id = newId()
      estateIds.set(estate.name, id)
      await tx.insert(Estate, { id, canteenId, position, ...estate })
      await tx.insert(RunCourier, { id: newId(), canteenId, runNumber: estate.runNumber, personId: idOf(courier) })
    }
    for (const door of DEMO_DOORS)
      await this.seedDoor(tx, { canteenId, estateId: estateIds.get(door.estate) ?? '', door, idOf })
  }

  private async seedDoor(
    tx: EntityManager,
    given: { canteenId: string; estateId: string; door: DemoDoor; idOf: (key: string) => string },
  ): Promise<void> {
    const { canteenId, estateId, door, idOf } = given
    const { meal, wishes, note } = door
    const eaterId = idOf(door.person)
    const createdAt = this.clock.now()
    const addressId = newId()
    const sealed = this.seals.seal(addressId, door.door)
    await tx.insert(Address, { id: addressId, personId: eaterId, estateId, retiredAt: null, createdAt, ...sealed })
    const standingId = newId()
    await tx.insert(Standing, {
      id: standingId,
      canteenId,
      eaterId,
      setUpById: idOf(door.setUpBy ?? door.person),
      addressId,
      meal,
      wishes,
      note,
      pausedFrom: null,
      pausedTo: null,
      endedAt: null,
      createdAt,
      daysChangedAt: null,
    })
    await tx.insert(
      StandingWeekday,
      door.weekdays.map((weekday) => ({ eaterId, meal, weekday, standingId })),
    )
  }
}
