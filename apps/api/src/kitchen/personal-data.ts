import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { AmountSeen } from './amount-seen.entity.js'
import { LeaveOut } from './leave-out.entity.js'
import { Sample } from './sample.entity.js'
import { SampleCorrection } from './sample-correction.entity.js'

/** What the kitchen keeps of a person: what they do not eat, and what they did as a cook. */
@Injectable()
export class KitchenData implements PersonalData, OnModuleInit {
  readonly section = 'kitchen'
  readonly tables = ['kitchen_amount_seen', 'kitchen_leave_out', 'kitchen_sample', 'kitchen_sample_correction']

  constructor(private readonly registry: PersonalDataService) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const leftOut = await from.findBy(LeaveOut, { orderId: In(await ordersOf(from, personId)) })
    const samples = await from.findBy(Sample, { takenById: personId })
    return {
      leftOutForMe: leftOut.map(({ pickupNumber, dishName, what }) => ({ pickupNumber, dishName, what })),
      keptAsCook: samples.map(({ dishName, grams, place, takenAt }) => ({ dishName, grams, place, takenAt })),
      correctedAsCook: (await from.findBy(SampleCorrection, { correctedById: personId })).map(
        ({ grams, place, correctedAt }) => ({ grams, place, correctedAt }),
      ),
      voidedAsCook: (await from.findBy(Sample, { voidedById: personId })).map(({ dishName, voidedAt, voidReason }) => ({
        dishName,
        voidedAt,
        reason: voidReason,
      })),
      changesSeenAsCook: await from.countBy(AmountSeen, { seenById: personId }),
    }
  }

  // What was left out is health data and goes; what a cook did stays for the food inspectors, under an id without a name.
  async erase(tx: EntityManager, personId: string): Promise<void> {
    await tx.delete(LeaveOut, { orderId: In(await ordersOf(tx, personId)) })
  }
}

async function ordersOf(from: EntityManager, eaterId: string): Promise<string[]> {
  return (await from.find(Order, { where: { eaterId }, select: { id: true } })).map(({ id }) => id)
}
