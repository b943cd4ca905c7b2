import type { NoParams } from './no-params.js'
import type { Instant } from './time.js'

/** `checking`: others do not see it yet; `refused`: nobody will. */
export type UploadStatus = 'checking' | 'ready' | 'refused'

/**
 * A picture of the caller, re-encoded (JPEG, longest edge 1,600 pixels) and without its metadata. `url` is a path of this server,
 * signed; it needs no token and works until `urlExpiresAt`.
 */
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

export interface UploadsErrors {
  'uploads.not_found': NoParams
  'uploads.not_a_picture': NoParams
  'uploads.too_many': NoParams
  'uploads.link_expired': NoParams
  /** Text or picture that WeChat's content check refuses. */
  'uploads.content_refused': NoParams
}
