import { Injectable, type OnModuleInit } from '@nestjs/common'
import { MoreThan, type EntityManager } from 'typeorm'

import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { Closing } from './closing.entity.js'
import { Review } from './review.entity.js'
import { MenuVersion } from './version.entity.js'
import { MenuWeek } from './week.entity.js'

/** What menus keep of a person: what they said of dishes, and what they did as staff. Stars stay for the average, words do not. */
@Injectable()
export class MenusData implements PersonalData, OnModuleInit {
  readonly section = 'menus'
  readonly tables = ['menus_review', 'menus_week', 'menus_version', 'menus_closing']

  constructor(private readonly registry: PersonalDataService) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const reviews = await from.find(Review, { where: { personId }, order: { createdAt: 'ASC' } })
    const weeks = await from.findBy(MenuWeek, { changedById: personId, revision: MoreThan(0) })
    const versions = await from.findBy(MenuVersion, { publishedById: personId })
    const closings = await from.findBy(Closing, { closedById: personId })
    return {
      reviews: reviews.map(({ day, stars, tags, text, createdAt }) => ({ day, stars, tags, text, createdAt })),
      menusChanged: weeks.map(({ monday, changedAt }) => ({ monday, changedAt })),
      menusPublished: versions.map(({ version, publishedAt }) => ({ version, publishedAt })),
      mealsClosed: closings.map(({ day, meal, reason, createdAt }) => ({ day, meal, reason, createdAt })),
    }
  }

  async erase(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Review, { personId }, { text: '' })
  }
}
