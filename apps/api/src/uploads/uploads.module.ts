import { join } from 'node:path'

import { Module, type OnModuleInit } from '@nestjs/common'

import { Env } from '../config/env.js'
import { PersonalDataService } from '../privacy/personal-data.service.js'

import { DiskStorage } from './disk-storage.js'
import { S3Storage } from './s3-storage.js'
import { UploadLinks } from './upload-links.js'
import { UploadStorage } from './upload-storage.js'
import { Upload } from './upload.entity.js'
import { UploadsQueries } from './uploads.queries.js'
import { UploadsService } from './uploads.service.js'

/** The store of a configuration: S3-compatible when an endpoint is given, a folder of DATA_DIR otherwise. */
function storageOf(env: Env): UploadStorage {
  if (env.UPLOADS_S3_ENDPOINT === undefined) return new DiskStorage(join(env.DATA_DIR, 'uploads'))
  return new S3Storage({
    endpoint: env.UPLOADS_S3_ENDPOINT,
    bucket: env.UPLOADS_S3_BUCKET ?? '',
    region: env.UPLOADS_S3_REGION ?? '',
    keyId: env.UPLOADS_S3_KEY_ID ?? '',
    secret: env.UPLOADS_S3_SECRET ?? '',
  })
}

/** Pictures and where they lie. Apart from the door they come in by, because modules that show them must not depend on WeChat. */
@Module({
  providers: [
    UploadLinks,
    UploadsQueries,
    UploadsService,
    { provide: UploadStorage, inject: [Env], useFactory: storageOf },
  ],
  exports: [UploadsQueries, UploadsService, UploadLinks],
})
export class UploadsModule implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly uploads: UploadsService,
    private readonly links: UploadLinks,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      section: 'uploads',
      tables: ['uploads_upload', 'uploads_day'],
      export: async (personId, from) =>
        (await from.findBy(Upload, { ownerId: personId })).map(({ id, status, width, height, bytes, createdAt }) => {
          const { path, expiresAt } = this.links.to(id)
          return { id, status, width, height, bytes, createdAt, url: path, urlExpiresAt: expiresAt }
        }),
      erase: (tx, personId) => this.uploads.removeAllOf(tx, personId),
    })
  }
}
