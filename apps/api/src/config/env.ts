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

  /** Connections to MySQL or MariaDB. */
  @asNumber @IsOptional() @IsInt() @Min(1) @Max(500) DATABASE_POOL = 20

  /** Invented people, menus and sign-in without a password. */
  @asFlag @IsBoolean() DEMO = false

  /** The second word that allows DEMO together with NODE_ENV=production. */
  @asFlag @IsBoolean() DEMO_IN_PRODUCTION = false

  @blankAsMissing @IsOptional() @IsString() NODE_ENV = 'development'

  /** Secret that signs access tokens, at least 32 characters; made and kept in DATA_DIR when in demo. */
  @blankAsMissing @IsOptional() @IsString() @MinLength(32) TOKEN_SECRET?: string

  /** Where people reach this server, for links. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) PUBLIC_URL?: string

  /** Folder of the built H5 app; missing means the one beside this package. */
  @blankAsMissing @IsOptional() @IsString() WEB_ROOT?: string

  /** Demo and tests only: the server's clock starts at this instant and runs on. */
  @blankAsMissing @IsOptional() @IsISO8601() CLOCK_START?: string

  /** Requests a minute for one signed-in person, for one address without a token, and for sign-in from one address. */
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_PERSON = 600
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_ADDRESS = 600
  @asNumber @IsOptional() @IsInt() @Min(1) RATE_SIGN_IN = 60

  /** WeChat's server API; missing id or secret turns WeChat sign-in off outside the demo. */
  @blankAsMissing @IsOptional() @IsUrl({ require_tld: false }) WECHAT_API_BASE = 'https://api.weixin.qq.com'
  @blankAsMissing @IsOptional() @IsString() WECHAT_APP_ID?: string
  @blankAsMissing @IsOptional() @IsString() WECHAT_APP_SECRET?: string

  /** `fatal` … `trace`, or `silent`. */
  @blankAsMissing @IsOptional() @Matches(/^(fatal|error|warn|info|debug|trace|silent)$/) LOG_LEVEL = 'info'
}

/** Thrown by {@link loadEnv}; the message names every wrong variable at once, one a line. */
export class EnvError extends Error {}

const NAMES = Object.keys(new Env()).concat(
  'DATABASE_URL',
  'TOKEN_SECRET',
  'PUBLIC_URL',
  'WEB_ROOT',
  'CLOCK_START',
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
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
  if (env.TOKEN_SECRET === undefined && !env.DEMO) problems.push('TOKEN_SECRET: required, at least 32 characters')
  if (problems.length > 0) throw new EnvError(`Configuration refused:\n  ${problems.join('\n  ')}`)
  env.DATA_DIR = resolve(env.DATA_DIR)
  if (env.DATABASE_URL === undefined || env.TOKEN_SECRET === undefined) prepareDataDir(env)
  return env
}

function prepareDataDir(env: Env): void {
  const secretFile = join(env.DATA_DIR, 'token-secret')
  try {
    mkdirSync(env.DATA_DIR, { recursive: true })
    const probe = join(env.DATA_DIR, '.writable')
    writeFileSync(probe, '')
    if (env.TOKEN_SECRET === undefined) {
      if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(48).toString('base64url'), { mode: 0o600 })
      env.TOKEN_SECRET = readFileSync(secretFile, 'utf8')
    }
  } catch (error) {
    throw new EnvError(
      `DATA_DIR ${env.DATA_DIR} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`,
    )
  }
}
