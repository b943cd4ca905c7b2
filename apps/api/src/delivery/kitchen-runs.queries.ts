import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { isLive } from '../canteen/order.rules.js'
import type { KitchenRun, RunBook } from '../kitchen/kitchen-runs.service.js'
import { PeopleService } from '../people/people.service.js'
import { RolesService } from '../people/roles.service.js'

import { Address } from './address.entity.js'
import { RunCourier } from './courier.entity.js'
import { Estate } from './estate.entity.js'
import { Run } from './run.entity.js'

/** What a kitchen may know of deliveries: the runs of a sitting. Reads the estate of each door and opens none. */
@Injectable()
export class KitchenRunsQueries implements RunBook {
  constructor(
    private readonly people: PeopleService,
    private readonly roles: RolesService,
  ) {}

  /** The runs of a sitting in their order, each with its meals, whether or not a courier has looked at them yet. */
  async runsOf(from: EntityManager, sittingId: string): Promise<KitchenRun[]> {
    const orders = (await from.findBy(Order, { sittingId, mode: 'delivery' })).filter(({ status }) => isLive(status))
    const canteenId = orders[0]?.canteenId
    if (canteenId === undefined) return []
    const addresses = await from.find(Address, {
      select: { id: true, estateId: true },
      where: { id: In(orders.flatMap(({ addressId }) => addressId ?? [])) },
    })
    const estates = await from.find(Estate, { where: { canteenId }, order: { position: 'ASC' } })
    const working = (await this.roles.holders(from, 'courier', [canteenId])).get(canteenId)
    const couriers = (await from.findBy(RunCourier, { canteenId })).filter(({ personId }) => working?.has(personId))
    const made = await from.findBy(Run, { sittingId })
    // Who brings it today, once somebody has looked at it; before that, who always does.
    const courierOf = (number: number): string | null => {
      const run = made.find((one) => one.number === number)
      if (run !== undefined) return run.courierId
      return couriers.find(({ runNumber }) => runNumber === number)?.personId ?? null
    }
    const names = await this.people.briefs(
      [...couriers.map(({ personId }) => personId), ...made.flatMap(({ courierId }) => courierId ?? [])],
      from,
    )
    const estateOf = new Map(addresses.map(({ id, estateId }) => [id, estates.find((one) => one.id === estateId)]))
    const runOf = (order: Order): number | undefined => estateOf.get(order.addressId ?? '')?.runNumber
    const numbers = [...new Set(orders.flatMap((order) => runOf(order) ?? []))].sort((a, b) => a - b)
    return numbers.map((number) => {
      const own = estates.filter(({ runNumber }) => runNumber === number)
      return {
        runId: `run-${String(number)}`,
        name: `${String(number)} 线`,
        about: own.map(({ name }) => name).join('、'),
        courier: names.get(courierOf(number) ?? '')?.name ?? null,
        orderIds: orders.filter((order) => runOf(order) === number).map(({ id }) => id),
      }
    })
  }
}
