import { Injectable } from '@nestjs/common'
import { DataSource, LessThan, MoreThan } from 'typeorm'

import { Transactions } from '../database/transactions.js'
import { SealingService, type Sealed } from '../privacy/sealing.service.js'

import { Address } from './address.entity.js'
import { placeOf, type SealedAddress } from './address.rules.js'

/** Rows re-sealed in one transaction when the key has changed. */
const BATCH = 50

/** Sealing of addresses, now and again when the key changes. */
@Injectable()
export class AddressSealsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sealing: SealingService,
  ) {}

  /** Seals what an address says, bound to its row. */
  seal(id: string, address: SealedAddress): Sealed {
    return this.sealing.seal(placeOf(id), JSON.stringify(address))
  }

  /** Seals what an older key sealed with the current one. A row that changes meanwhile waits for the next round. Answers how many. */
  async reseal(): Promise<number> {
    const { currentKeyId } = this.sealing
    let count = 0
    for (;;) {
      // Both by the index of keys; “not this one” would read every address.
      const where = [{ keyId: LessThan(currentKeyId) }, { keyId: MoreThan(currentKeyId) }]
      const rows = await this.dataSource.manager.find(Address, { where, take: BATCH })
      if (rows.length === 0) return count
      count += await this.transactions.run(async (tx) => {
        let done = 0
        for (const { id, keyId, sealed } of rows) {
          const fresh = this.sealing.seal(placeOf(id), this.sealing.open(placeOf(id), { keyId, sealed }))
          done += (await tx.update(Address, { id, keyId, sealed }, fresh)).affected ?? 0
        }
        return done
      })
    }
  }
}
