import { Injectable } from '@nestjs/common'
import type { DeskPersonBrief } from '@wanli/contracts/desk'

import { DeskQueries } from './desk.queries.js'

/** Finding a person who stands before a member of staff, for every counter: masked, as on the desk. */
@Injectable()
export class FindingService {
  constructor(private readonly desk: DeskQueries) {}

  /**
   * People by card number, whole phone number, or surname and the phone's last four digits. Throws `desk.search_too_wide` (422) for
   * anything else or too many, `desk.card_lost` (409).
   */
  find(q: string): Promise<DeskPersonBrief[]> {
    return this.desk.search(q)
  }
}
