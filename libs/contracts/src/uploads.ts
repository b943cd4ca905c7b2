import type { Instant } from './time.js'

/** `checking`: others do not see it yet; `refused`: nobody will. */
export type UploadStatus = 'checking' | 'ready' | 'refused'

/** A picture of the caller, re-encoded and without its metadata. `url` is signed and works until `urlExpiresAt`. */
export interface UploadView {
  id: string
  status: UploadStatus
  width: number
  height: number
  url: string
  urlExpiresAt: Instant
}

export interface UploadsRoutes {
  /** Body is `multipart/form-data` with one field `file`: JPEG, PNG, WebP or HEIC of at most 8 MiB. */
  'POST /uploads': { reply: UploadView }
  'GET /uploads/:id': { params: { id: string }; reply: UploadView }
}
