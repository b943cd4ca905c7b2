import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { plainToInstance, Transform } from 'class-transformer'
import {
  IsBoolean,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator'

const asNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && value !== '' ? Number(value) : undefined,
)
const asFlag = Transform(({ value }: { value: unknown }) => value === '1' || value === 'true')
const blankAsMissing = Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))

/** One or more keys of 32 bytes with short names: `2026a:…,2025b:…`. */
const SEALING_KEYS_SHAPE = /^\w{1,12}:[A-Za-z0-9+/]{43}=(,\w{1,12}:[A-Za-z0-9+/]{43}=)*$/

/** Configuration of the process, read once from the environment. Injected as itself; nothing else reads `process.env`. */
export class Env {
  /** TCP port of the one server: API and app. */
  @asNumber @IsOptional() @IsInt() @Min(0) @Max(65_535) PORT = 3000

  /** Address to listen on; a container sets 0.0.0.0. */
  @blankAsMissing @IsOptional() @IsString() HOST = '127.0.0.1'

  /** Folder of the embedded database and of the secrets made for the demo. */
  @blankAsMissing @IsOptional() @IsString() DATA_DIR = './data'

  /** `mysql://…` or `mariadb://…`; missing means SQLite in DATA_DIR. */
  @blankAsMissing @IsOptional() @Matches(/^(mysql|mariadb):\/\//) DATABASE_URL?: string

  /** Connections to MySQL or MariaDB; migrating needs two. */
  @asNumber @IsOptional() @IsInt() @Min(2) @Max(500) DATABASE_POOL = 20

  /** Invented people, menus and sign-in without a password. */
  @asFlag @IsBoolean() DEMO = false

  /** The second word that allows DEMO together with NODE_ENV=production. */
  @asFlag @IsBoolean() DEMO_IN_PRODUCTION = false

  @blankAsMissing @IsOptional() @IsString() NODE_ENV = 'development'

  /** Secret that signs access tokens, at least 32 characters; made and kept in DATA_DIR when in demo. */
  @blankAsMissing @IsOptional() @IsString() @MinLength(32) TOKEN_SECRET?: string

  /**
   * Keys that seal phone and ID numbers, `id:base64` of 32 bytes, separated by commas; the first seals, the others only open, so
   * that a key is changed by putting a new one in front. Made and kept in DATA_DIR when in demo.
   */
  @blankAsMissing @IsOptional() @Matches(SEALING_KEYS_SHAPE) SEALING_KEYS?: string

  /** Secret of the blind index by which a phone is found without being readable, at least 32 characters; made like the others. */
  @blankAsMissing @IsOptional() @IsString() @MinLength(32) INDEX_KEY?: string

  /** Where people reach this server, for links. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) PUBLIC_URL?: string

  /** Folder of the built H5 app; missing means the one beside this package. */
  @blankAsMissing @IsOptional() @IsString() WEB_ROOT?: string

  /** Demo and tests only: the server's clock starts at this instant and runs on. */
  @blankAsMissing @IsOptional() @IsISO8601() CLOCK_START?: string

  /** Proxies in front of this server whose X-Forwarded-For is believed; 0 believes nobody. */
  @asNumber @IsOptional() @IsInt() @Min(0) @Max(10) TRUST_PROXY = 0

  /**
   * Requests a minute for one signed-in person, for one address without a token, and for sign-in from one address. Behind one address of a
   * mobile carrier, or of the canteen's own network, many read the menu before they sign in.
   */
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_PERSON = 600
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_ADDRESS = 3000
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_SIGN_IN = 60

  /** WeChat's server API; missing id or secret turns WeChat sign-in off outside the demo. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) WECHAT_API_BASE = 'https://api.weixin.qq.com'
  @blankAsMissing @IsOptional() @IsString() WECHAT_APP_ID?: string
  @blankAsMissing @IsOptional() @IsString() WECHAT_APP_SECRET?: string

  /** Token of WeChat's message push, as set in its console; missing means pushes are refused. */
  @blankAsMissing @IsOptional() @Matches(/^[A-Za-z0-9]{3,32}$/) WECHAT_PUSH_TOKEN?: string

  /** Ids of the subscribe message templates: `order:ID,mandate:ID,money:ID`, any of them missing. */
  @blankAsMissing
  @IsOptional()
  @Matches(/^(order|mandate|money):[\w-]+(,(order|mandate|money):[\w-]+)*$/)
  WECHAT_TEMPLATES?: string

  /** Milliseconds between two looks into the outbox of messages; 0 means that another process sends them. */
  @asNumber @IsOptional() @IsInt() @Min(0) @Max(60_000) OUTBOX_EVERY_MS = 1_000

  /** S3-compatible storage of pictures; missing means DATA_DIR. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) UPLOADS_S3_ENDPOINT?: string
  @blankAsMissing @IsOptional() @IsString() UPLOADS_S3_BUCKET?: string
  @blankAsMissing @IsOptional() @IsString() UPLOADS_S3_REGION?: string
  @blankAsMissing @IsOptional() @IsString() UPLOADS_S3_KEY_ID?: string
  @blankAsMissing @IsOptional() @IsString() UPLOADS_S3_SECRET?: string
  /** WeChat Pay, API v3 with WeChat's public key; without a merchant id nothing is paid there outside the demo. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) WECHAT_PAY_BASE = 'https://api.mch.weixin.qq.com'
  @blankAsMissing @IsOptional() @Matches(/^\d{8,10}$/) WECHAT_MCH_ID?: string
  /** Serial number of the merchant's own certificate. */
  @blankAsMissing @IsOptional() @Matches(/^[0-9A-Fa-f]{16,64}$/) WECHAT_MCH_SERIAL?: string
  /** The merchant's private key: PEM, or the path of a file that holds it. */
  @blankAsMissing @IsOptional() @IsString() WECHAT_MCH_KEY?: string
  /** The APIv3 key, 32 characters: opens notices. */
  @blankAsMissing @IsOptional() @Length(32, 32) WECHAT_PAY_KEY?: string
  /** WeChat's public keys by their id, `PUB_KEY_ID_…:pem-or-path`, several with a comma between while they change. */
  @blankAsMissing @IsOptional() @Matches(/^PUB_KEY_ID_\w+:/) WECHAT_PAY_PUBLIC_KEYS?: string

  /** Seconds between two looks at payments and refunds that are not final; 0 leaves them to another process. */
  @asNumber @IsOptional() @IsInt() @Min(0) MONEY_EVERY_SECONDS = 5

  /** `fatal` … `trace`, or `silent`. */
  @blankAsMissing @IsOptional() @Matches(/^(fatal|error|warn|info|debug|trace|silent)$/) LOG_LEVEL = 'info'
}

/** Secrets that a demo makes for itself and keeps in DATA_DIR; anywhere else they must be given. */
const SECRETS = [
  {
    name: 'TOKEN_SECRET',
    file: 'token-secret',
    shape: 'at least 32 characters',
    make: () => randomBytes(48).toString('base64url'),
  },
  {
    name: 'SEALING_KEYS',
    file: 'sealing-keys',
    shape: 'id:base64 of 32 bytes',
    make: () => `demo:${randomBytes(32).toString('base64')}`,
  },
  {
    name: 'INDEX_KEY',
    file: 'index-key',
    shape: 'at least 32 characters',
    make: () => randomBytes(48).toString('base64url'),
  },
] as const satisfies { name: keyof Env; file: string; shape: string; make: () => string }[]

/** Thrown by {@link loadEnv}; the message names every wrong variable at once, one a line. */
export class EnvError extends Error {}

const PAY_NAMES = [
  'WECHAT_MCH_ID',
  'WECHAT_MCH_SERIAL',
  'WECHAT_MCH_KEY',
  'WECHAT_PAY_KEY',
  'WECHAT_PAY_PUBLIC_KEYS',
] as const

const S3_NAMES = [
  'UPLOADS_S3_ENDPOINT',
  'UPLOADS_S3_BUCKET',
  'UPLOADS_S3_REGION',
  'UPLOADS_S3_KEY_ID',
  'UPLOADS_S3_SECRET',
] as const

const NAMES = Object.keys(new Env()).concat(
  'DATABASE_URL',
  'TOKEN_SECRET',
  'SEALING_KEYS',
  'INDEX_KEY',
  'PUBLIC_URL',
  'WEB_ROOT',
  'CLOCK_START',
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'WECHAT_PUSH_TOKEN',
  'WECHAT_TEMPLATES',
  ...S3_NAMES,
  ...PAY_NAMES,
)

/**
 * Reads and checks the configuration; `defaults` stand where the environment says nothing. Throws {@link EnvError} that names every wrong variable; makes DATA_DIR and,
 * in the demo, a token secret kept there.
 */
export function loadEnv(defaults: Record<string, string> = {}, source: NodeJS.ProcessEnv = process.env): Env {
  const given: Record<string, string> = {}
  for (const name of NAMES) {
    const value = source[name] || defaults[name]
    if (value !== undefined && value !== '') given[name] = value
  }
  const env = plainToInstance(Env, { DEMO: '0', DEMO_IN_PRODUCTION: '0', ...given })
  const problems = validateSync(env).map(
    (error) => `${error.property}: ${Object.values(error.constraints ?? {}).join(', ')}`,
  )
  const production = env.NODE_ENV === 'production'
  if (production && env.DEMO && !env.DEMO_IN_PRODUCTION) {
    problems.push('DEMO: refused with NODE_ENV=production unless DEMO_IN_PRODUCTION=1 says it twice')
  }
  if (env.CLOCK_START !== undefined && !env.DEMO) problems.push('CLOCK_START: only with DEMO=1')
  if (!env.DEMO) {
    for (const { name, shape } of SECRETS) if (env[name] === undefined) problems.push(`${name}: required, ${shape}`)
  }
  if (PAY_NAMES.some((name) => env[name] !== undefined)) {
    const missing = [...PAY_NAMES, 'WECHAT_APP_ID' as const, 'PUBLIC_URL' as const].filter(
      (name) => env[name] === undefined,
    )
    for (const name of missing) problems.push(`${name}: required for WeChat Pay`)
  }
  if (S3_NAMES.some((name) => env[name] !== undefined)) {
    for (const name of S3_NAMES.filter((one) => env[one] === undefined))
      problems.push(`${name}: required for the picture store`)
  }
  if (problems.length > 0) throw new EnvError(`Configuration refused:\n  ${problems.join('\n  ')}`)
  env.DATA_DIR = resolve(env.DATA_DIR)
  if (env.DATABASE_URL === undefined || SECRETS.some(({ name }) => env[name] === undefined)) prepareDataDir(env)
  return env
}

function prepareDataDir(env: Env): void {
  try {
    mkdirSync(env.DATA_DIR, { recursive: true })
    const probe = join(env.DATA_DIR, '.writable')
    writeFileSync(probe, '')
    for (const { name, file, make } of SECRETS) {
      if (env[name] !== undefined) continue
      const path = join(env.DATA_DIR, file)
      if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600 })
      env[name] = readFileSync(path, 'utf8')
    }
  } catch (error) {
    throw new EnvError(
      `DATA_DIR ${env.DATA_DIR} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    )
  }
}
