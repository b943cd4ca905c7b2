import { Injectable } from '@nestjs/common'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { PeopleService } from '../people/people.service.js'

/** Who has changed something meanwhile and when, in words for whoever comes second. */
@Injectable()
export class MeanwhileQueries {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** `孙大勺`, `今天 10:05`; a colleague where nobody is noted, now where no time is. */
  async words(
    from: EntityManager,
    { personId, at }: { personId: string | null; at: Date | null },
  ): Promise<{ by: string; at: string }> {
    const when = at ?? this.clock.now()
    const by = await this.people.colleague(personId, from)
    return { by, at: `${dayText(businessDayOf(when), this.clock.today())} ${clockText(when)}` }
  }
}
