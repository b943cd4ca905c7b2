import type { UploadView } from '@wanli/contracts/uploads'

import type { UploadLink } from './upload-links.js'
import type { Upload } from './upload.entity.js'

/** A picture as its owner sees it. */
export function toUploadView(row: Upload, link: UploadLink): UploadView {
  return {
    id: row.id,
    status: row.status,
    width: row.width,
    height: row.height,
    url: link.path,
    urlExpiresAt: link.expiresAt.toISOString(),
  }
}
