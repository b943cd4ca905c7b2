import { createCipheriv, randomBytes, sign, verify } from 'node:crypto'

import type { StandInReply, StandInRequest } from './exchange.js'
import type { PayKeys } from './pay-keys.js'

const WINDOW_SECONDS = 300
const NONCE_BYTES = 16
const GCM_NONCE_BYTES = 6

/** Seconds since 1970 as both sides of a connection count them; the demo's own clock may stand elsewhere. */
const seconds = (): number => Math.floor(Date.now() / 1000)

/** The headers WeChat signs a body with: `timestamp\nnonce\nbody\n`, RSA-SHA256. */
export function signedHeaders(keys: PayKeys, body: string, at = seconds()): Record<string, string> {
  const nonce = randomBytes(NONCE_BYTES).toString('hex')
  const signature = sign('sha256', Buffer.from(`${at}\n${nonce}\n${body}\n`), keys.platformPrivateKey)
  return {
    'Wechatpay-Timestamp': String(at),
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': keys.platformKeyId,
    'Wechatpay-Signature': signature.toString('base64'),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** A reply with WeChat's signature. */
export function signedReply(keys: PayKeys, status: number, value: unknown): StandInReply {
  const body = value === undefined ? '' : JSON.stringify(value)
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...signedHeaders(keys, body) },
    body,
  }
}

/** What is wrong with the merchant's signature of a request; undefined when nothing is. */
export function signatureFault(keys: PayKeys, request: StandInRequest): string | undefined {
  const header = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (header === undefined) return 'no authorization'
  const given = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2] ?? '']))
  if (given.get('mchid') !== keys.mchId || given.get('serial_no') !== keys.merchantSerial) return 'unknown merchant'
  const timestamp = given.get('timestamp') ?? ''
  if (Math.abs(seconds() - Number(timestamp)) > WINDOW_SECONDS) return 'timestamp'
  const text = [request.method, request.target, timestamp, given.get('nonce_str'), request.body, ''].join('\n')
  const signature = Buffer.from(given.get('signature') ?? '', 'base64')
  return verify('sha256', Buffer.from(text), keys.merchantPublicKey, signature) ? undefined : 'signature'
}

/** The body of a notice with its resource sealed by AES-256-GCM, as WeChat posts it. */
export function sealedNotice(keys: PayKeys, id: string, eventType: string, type: string, resource: unknown): string {
  const nonce = randomBytes(GCM_NONCE_BYTES).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce)
  cipher.setAAD(Buffer.from(type))
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()])
  return JSON.stringify({
    id,
    create_time: new Date().toISOString(),
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: type,
    resource: {
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: ciphertext.toString('base64'),
      nonce,
      associated_data: type,
      original_type: type,
    },
  })
}
