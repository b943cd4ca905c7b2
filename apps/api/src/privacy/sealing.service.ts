/*
 * What must never happen: a phone or ID number readable in the database or moved to another person's row. `seal` encrypts it
 * with AES-256-GCM under the current key, and the row it belongs to is authenticated with it, so `open` refuses it elsewhere.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

import { Injectable } from '@nestjs/common'

import { Env } from '../config/env.js'

const CIPHER = 'aes-256-gcm'
/** NIST SP 800-38D: 96 bits of nonce, 128 of tag. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A sealed value as it is stored. */
export interface Sealed {
  keyId: string
  sealed: string
}

/** Seals what must not be readable in the database, and finds it again by a keyed hash. */
@Injectable()
export class SealingService {
  private readonly keys: Map<string, Buffer>
  /** Name of the key that seals now. */
  readonly currentKeyId: string

  constructor(private readonly env: Env) {
    const named = (env.SEALING_KEYS ?? '').split(',').map((item) => {
      const at = item.indexOf(':')
      return [item.slice(0, at), Buffer.from(item.slice(at + 1), 'base64')] as const
    })
    this.keys = new Map(named)
    this.currentKeyId = named[0]?.[0] ?? ''
  }

  /** Seals a text, or bytes, for one place, for example `people_contact phone <person>`. */
  seal(place: string, content: string | Buffer): Sealed {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, this.key(this.currentKeyId), nonce).setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(Buffer.from(content as string)), cipher.final()])
    return { keyId: this.currentKeyId, sealed: Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64') }
  }

  /** Opens what was sealed for the same place. Throws Error for another place, a changed value or an unknown key. */
  open(place: string, sealed: Sealed): string {
    return this.openBytes(place, sealed).toString('utf8')
  }

  /** The same for bytes. */
  openBytes(place: string, { keyId, sealed }: Sealed): Buffer {
    const bytes = Buffer.from(sealed, 'base64')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv(CIPHER, this.key(keyId), nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  }

  /** A keyed hash (HMAC-SHA256, hex) by which equal texts of one purpose are found and nothing is learnt. */
  blind(purpose: string, text: string): string {
    return createHmac('sha256', this.env.INDEX_KEY ?? '')
      .update(`${purpose}\n${text}`)
      .digest('hex')
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id)
    if (key === undefined) throw new Error(`SEALING_KEYS has no key ${id}`)
    return key
  }
}
