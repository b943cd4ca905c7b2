import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

import { Injectable } from '@nestjs/common'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Env } from '../config/env.js'

/** Links made within one such step are the same, so that what a browser has kept is found again. */
const STEP_SECONDS = 30 * 60
const KEY_BYTES = 32

/** A path of this server under which a picture is seen without a token, and when that ends. */
export interface UploadLink {
  path: string
  expiresAt: Date
}

/** Signed links to pictures: whoever has one sees this picture, for half an hour to an hour, and no other. */
@Injectable()
export class UploadLinks {
  private readonly key: Buffer

  constructor(
    env: Env,
    private readonly clock: Clock,
  ) {
    this.key = Buffer.from(hkdfSync('sha256', env.TOKEN_SECRET ?? '', '', 'upload links', KEY_BYTES))
  }

  /** The link of a picture. */
  to(id: string): UploadLink {
    const step = Math.floor(this.clock.now().getTime() / 1000 / STEP_SECONDS)
    const seconds = (step + 2) * STEP_SECONDS
    const path = `/api/v1/uploads/${id}/picture?until=${seconds}&signature=${this.sign(id, String(seconds))}`
    return { path, expiresAt: new Date(seconds * 1000) }
  }

  /**
   * Seconds for which a link is still good. Throws `uploads.not_found` (404) for a signature that is not ours and
   * `uploads.link_expired` (404) for one whose time is over.
   */
  assertGood(id: string, until: string, signature: string): number {
    const expected = Buffer.from(this.sign(id, until))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new DomainError('uploads.not_found')
    }
    const left = Number(until) - Math.floor(this.clock.now().getTime() / 1000)
    if (!(left > 0)) throw new DomainError('uploads.link_expired')
    return left
  }

  private sign(id: string, until: string): string {
    return createHmac('sha256', this.key).update(`${id}\n${until}`).digest('base64url')
  }
}
