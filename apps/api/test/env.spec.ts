import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { EnvError, loadEnv } from '../src/config/env.js'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'wanli-env-'))
const TOKEN_SECRET = 'a secret of thirty-two characters'
const SECRETS = {
  TOKEN_SECRET,
  SEALING_KEYS: `2026:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: 'an index key of thirty-two letters',
}
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }))

const refusal = (source: Record<string, string>): string => {
  try {
    loadEnv({}, { DATA_DIR, ...source })
  } catch (error) {
    if (error instanceof EnvError) return error.message
    throw error
  }
  return 'accepted'
}

describe('the configuration', () => {
  it('names every wrong variable at once', () => {
    const message = refusal({ PORT: 'eighty', DATABASE_URL: 'postgres://x', TOKEN_SECRET: 'short', LOG_LEVEL: 'loud' })
    for (const name of ['PORT', 'DATABASE_URL', 'TOKEN_SECRET', 'LOG_LEVEL']) expect(message).toContain(name)
  })

  it('has defaults, and lets the environment overrule those of npm start', () => {
    expect(loadEnv({ DEMO: '1' }, { DATA_DIR })).toMatchObject({
      DEMO: true,
      PORT: 3000,
      HOST: '127.0.0.1',
      NODE_ENV: 'development',
    })
    expect(loadEnv({ DEMO: '1' }, { DATA_DIR, DEMO: '0', ...SECRETS }).DEMO).toBe(false)
  })

  it('makes a token secret for the demo and keeps it', () => {
    const secret = () => loadEnv({}, { DATA_DIR, DEMO: '1' }).TOKEN_SECRET
    expect(secret()).toHaveLength(64)
    expect(secret()).toBe(secret())
  })

  it('refuses real use without a secret, the demo in production said once, and another clock outside the demo', () => {
    for (const name of Object.keys(SECRETS)) expect(refusal({})).toContain(`${name}: required`)
    expect(refusal({ NODE_ENV: 'production', DEMO: '1', TOKEN_SECRET })).toContain('DEMO_IN_PRODUCTION=1')
    expect(refusal({ NODE_ENV: 'production', DEMO: '1', DEMO_IN_PRODUCTION: '1', TOKEN_SECRET })).toBe('accepted')
    expect(refusal({ TOKEN_SECRET, CLOCK_START: '2026-11-23T00:00:00Z' })).toContain('CLOCK_START')
  })

  it('knows sealing keys by name and length, and makes one for the demo', () => {
    const short = `2026:${Buffer.alloc(16, 1).toString('base64')}`
    for (const SEALING_KEYS of ['secret', short, `${SECRETS.SEALING_KEYS},nonsense`])
      expect(refusal({ ...SECRETS, SEALING_KEYS })).toContain('SEALING_KEYS')
    expect(
      refusal({ ...SECRETS, SEALING_KEYS: `new:${Buffer.alloc(32, 2).toString('base64')},${SECRETS.SEALING_KEYS}` }),
    ).toBe('accepted')
    expect(loadEnv({}, { DATA_DIR, DEMO: '1' }).SEALING_KEYS).toMatch(/^demo:/)
  })

  it('refuses a pool of one connection, which the start waits on for ever', () => {
    expect(refusal({ ...SECRETS, DATABASE_POOL: '1' })).toContain('DATABASE_POOL')
    expect(refusal({ ...SECRETS, DATABASE_POOL: '2' })).toBe('accepted')
  })

  it('wants the picture store described completely', () => {
    const message = refusal({ DEMO: '1', UPLOADS_S3_ENDPOINT: 'https://s3.example.cn', UPLOADS_S3_BUCKET: 'pictures' })
    for (const name of ['REGION', 'KEY_ID', 'SECRET']) {
      expect(message).toContain(`UPLOADS_S3_${name}: required for the picture store`)
    }
    expect(message).not.toContain('BUCKET')
  })

  it('says so when its data folder cannot be written', () => {
    const inAFile = join(DATA_DIR, 'token-secret', 'data')
    expect(refusal({ DEMO: '1', DATA_DIR: inAFile })).toContain(`DATA_DIR ${inAFile} cannot be written: ENOTDIR`)
  })
})
