import { readFileSync } from 'node:fs'

import type { Env } from '../config/env.js'

import type { PayKeys } from './stand-in/pay-keys.js'

/** What one needs to speak with WeChat Pay: who we are, our key, WeChat's public keys by their id, and where it is. */
export interface Merchant {
  mchId: string
  appId: string
  serial: string
  privateKey: string
  apiV3Key: string
  publicKeys: Record<string, string>
  base: string
}

const pem = (given: string): string =>
  given.includes('-----BEGIN') ? given.replaceAll('\\n', '\n') : readFileSync(given, 'utf8')

/** The merchant of the configuration; keys that are paths are read. */
export function merchantOf(env: Env): Merchant {
  const publicKeys = (env.WECHAT_PAY_PUBLIC_KEYS ?? '').split(',').map((pair) => {
    const at = pair.indexOf(':')
    return [pair.slice(0, at).trim(), pem(pair.slice(at + 1).trim())] as const
  })
  return {
    mchId: env.WECHAT_MCH_ID ?? '',
    appId: env.WECHAT_APP_ID ?? '',
    serial: env.WECHAT_MCH_SERIAL ?? '',
    privateKey: pem(env.WECHAT_MCH_KEY ?? ''),
    apiV3Key: env.WECHAT_PAY_KEY ?? '',
    publicKeys: Object.fromEntries(publicKeys),
    base: env.WECHAT_PAY_BASE.replace(/\/$/, ''),
  }
}

/** The demo's merchant: the stand-in at `base` knows no other. */
export function standInMerchant(keys: PayKeys, base: string): Merchant {
  return {
    mchId: keys.mchId,
    appId: keys.appId,
    serial: keys.merchantSerial,
    privateKey: keys.merchantPrivateKey,
    apiV3Key: keys.apiV3Key,
    publicKeys: { [keys.platformKeyId]: keys.platformPublicKey },
    base,
  }
}
