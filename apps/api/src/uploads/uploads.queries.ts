import { Injectable } from '@nestjs/common'
import type { UploadView } from '@wanli/contracts/uploads'
import { DataSource, In, IsNull } from 'typeorm'

import { DomainError } from '../common/domain-error.js'

import { UploadLinks } from './upload-links.js'
import { UploadStorage } from './upload-storage.js'
import { Upload } from './upload.entity.js'
import { toUploadView } from './upload.view.js'

/** The bytes of a picture, and for how many seconds the link to it is good. */
export interface SeenPicture {
  bytes: Buffer
  seconds: number
}

/** Reads of pictures. */
@Injectable()
export class UploadsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: UploadLinks,
    private readonly storage: UploadStorage,
  ) {}

  /** A picture of a person, with a fresh link. Throws `uploads.not_found` (404) when it is not there or not theirs. */
  async own(personId: string, id: string): Promise<UploadView> {
    const row = await this.dataSource.manager.findOneBy(Upload, { id, ownerId: personId, removedAt: IsNull() })
    if (row === null) throw new DomainError('uploads.not_found')
    return toUploadView(row, this.links.to(id))
  }

  /**
   * What is behind a signed link. Throws `uploads.link_expired`, and `uploads.not_found` for a link that is not ours or a picture
   * that was refused or removed (404).
   */
  async seen(id: string, until: string, signature: string): Promise<SeenPicture> {
    const seconds = this.links.assertGood(id, until, signature)
    const visible = { id, status: In(['checking', 'ready']), removedAt: IsNull() }
    const bytes = (await this.dataSource.manager.existsBy(Upload, visible)) ? await this.storage.get(id) : undefined
    if (bytes === undefined) throw new DomainError('uploads.not_found')
    return { bytes, seconds }
  }
}
