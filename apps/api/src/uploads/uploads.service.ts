/*
 * What must never happen: a picture shown to others before it is ready, or kept after its owner is forgotten. `pictures` reads ready
 * ones only; removing marks the row, and `sweep` takes the file before the row, so that no file is left that nobody knows of.
 */
import { Injectable, Logger } from '@nestjs/common'
import type { UploadView } from '@wanli/contracts/uploads'
import { UPLOADS } from '@wanli/kernel/limits'
import { addDays } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThan, MoreThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { oneByOne } from '../common/one-by-one.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { reencode } from './picture-codec.js'
import { UploadDay } from './upload-day.entity.js'
import { UploadLinks } from './upload-links.js'
import { UploadStorage } from './upload-storage.js'
import { Upload } from './upload.entity.js'
import { toUploadView } from './upload.view.js'

/** A picture that belongs to nothing after a day was sent by a form that nobody finished. */
const ORPHAN_MS = 86_400_000
const BATCH = 100

/** A picture that becomes part of something: whoever sent it, and whom it is about. */
export interface Attachment {
  id: string
  uploaderId: string
  ownerId: string
}

/** Writes of pictures. */
@Injectable()
export class UploadsService {
  private readonly log = new Logger(UploadsService.name)

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly storage: UploadStorage,
    private readonly links: UploadLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a picture, which nobody but its owner sees yet; answers its id. Throws `uploads.too_many` (409) for the 31st file of a
   * day, and `uploads.not_a_picture` (415).
   */
  async add(personId: string, file: Buffer): Promise<string> {
    // Counted before it is decoded: decoding is what costs.
    await this.transactions.run((tx) => this.count(tx, personId))
    const { bytes, width, height } = await reencode(file)
    const id = newId()
    const row: Upload = {
      id,
      ownerId: personId,
      uploaderId: personId,
      status: 'checking',
      width,
      height,
      bytes: bytes.length,
      traceId: null,
      attempts: 0,
      askedAt: null,
      attachedAt: null,
      removedAt: null,
      createdAt: this.clock.now(),
    }
    // The row first: a file without a row would never be found again.
    await this.transactions.run((tx) => tx.insert(Upload, row))
    await this.storage.put(id, bytes)
    return id
  }

  /**
   * Makes a picture part of something, in the transaction of that; from then on it belongs to whom it is about. Throws
   * `uploads.not_found` (404) when it is not the uploader's, refused, or part of something else.
   */
  async attach(tx: EntityManager, { id, uploaderId, ownerId }: Attachment): Promise<void> {
    const free = { id, ownerId: uploaderId, attachedAt: IsNull(), removedAt: IsNull(), status: Not('refused' as const) }
    const { affected } = await tx.update(Upload, free, { ownerId, attachedAt: this.clock.now() })
    if (affected !== 1) throw new DomainError('uploads.not_found')
  }

  /** Pictures that others may see, by id, each with a link; those that are not ready are not among them. */
  async pictures(ids: string[], from: EntityManager = this.dataSource.manager): Promise<Map<string, UploadView>> {
    const rows = await from.findBy(Upload, { id: In(ids), status: 'ready', removedAt: IsNull() })
    return new Map(rows.map((row) => [row.id, toUploadView(row, this.links.to(row.id))]))
  }

  /** Removes pictures: from now on nobody sees them, their files go with the next {@link sweep}. */
  async remove(tx: EntityManager, ids: string[]): Promise<void> {
    if (ids.length > 0) await tx.update(Upload, { id: In(ids), removedAt: IsNull() }, { removedAt: this.clock.now() })
  }

  /** Removes every picture of a person who is forgotten. */
  async removeAllOf(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(Upload, { ownerId: personId, removedAt: IsNull() }, { removedAt: this.clock.now() })
    await tx.delete(UploadDay, { personId })
  }

  /**
   * Takes away the files of what was removed, and of what belongs to nothing after a day. A file that cannot be taken away keeps its row,
   * for the next sweep, and no other. Answers how many.
   */
  async sweep(): Promise<number> {
    const now = this.clock.now()
    const orphans = {
      attachedAt: IsNull(),
      removedAt: IsNull(),
      createdAt: LessThan(new Date(now.getTime() - ORPHAN_MS)),
    }
    await this.transactions.run(async (tx) => {
      await tx.update(Upload, orphans, { removedAt: now })
      await tx.delete(UploadDay, { day: LessThan(addDays(this.clock.today(), -1)) })
    })
    for (let count = 0, after = ''; ;) {
      const removed = { id: MoreThan(after), removedAt: Not(IsNull()) }
      const rows = await this.dataSource.manager.find(Upload, { where: removed, order: { id: 'ASC' }, take: BATCH })
      const last = rows.at(-1)
      if (last === undefined) return count
      const gone: string[] = []
      await oneByOne(this.log, rows, async ({ id }) => {
        await this.storage.remove(id)
        gone.push(id)
      })
      await this.transactions.run((tx) => tx.delete(Upload, { id: In(gone) }))
      count += gone.length
      after = last.id
    }
  }

  /** Counts a file of today: one UPDATE that stops at the limit. */
  private async count(tx: EntityManager, personId: string): Promise<void> {
    const today = { personId, day: this.clock.today() }
    const { affected } = await tx.update(
      UploadDay,
      { ...today, taken: LessThan(UPLOADS.perDay) },
      { taken: () => 'taken + 1' },
    )
    if (affected === 1) return
    if (await tx.existsBy(UploadDay, today)) throw new DomainError('uploads.too_many')
    try {
      await tx.insert(UploadDay, { ...today, taken: 1 })
    } catch (error) {
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
  }
}
