import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything two sides of WeChat Pay agree on. Of the pair of keys that belong to WeChat, only the stand-in has the private one. */
export interface PayKeys {
  mchId: string
  appId: string
  merchantSerial: string
  merchantPrivateKey: string
  merchantPublicKey: string
  apiV3Key: string
  platformKeyId: string
  platformPrivateKey: string
  platformPublicKey: string
}

const KEY_BYTES = 16

/** The stand-in's keys, made on the first start and kept in the data folder so that a restart still understands old numbers. */
export function payKeysIn(dataDir: string): PayKeys {
  const file = join(dataDir, 'wechat-pay-keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as PayKeys
  const [merchant, platform] = [keyPair(), keyPair()]
  const keys: PayKeys = {
    mchId: '1900000001',
    appId: 'wx-demo',
    merchantSerial: randomBytes(KEY_BYTES).toString('hex').toUpperCase(),
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    apiV3Key: randomBytes(KEY_BYTES).toString('hex'),
    platformKeyId: 'PUB_KEY_ID_0119000000012026112300000001',
    platformPrivateKey: platform.privateKey,
    platformPublicKey: platform.publicKey,
  }
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

function keyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}
