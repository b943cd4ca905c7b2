import { expect, it } from '@jest/globals'
import { QueryFailedError } from 'typeorm'

import { loadEnv } from '../src/config/env.js'
import { loggerOptions } from '../src/http/logging.js'

const env = loadEnv({ DEMO: '1', TOKEN_SECRET: 'x'.repeat(32), DATABASE_URL: 'mysql://nowhere/db' })
const serializers = (loggerOptions(env) as { serializers: Record<'req' | 'err', (value: object) => unknown> })
  .serializers

it('logs a request by method and path, never by what is asked', () => {
  const request = {
    method: 'GET',
    url: '/api/v1/canteen/pickups?code=VLfSL35ZOv',
    headers: { authorization: 'Bearer secret' },
  }
  expect(serializers.req(request)).toEqual({ method: 'GET', path: '/api/v1/canteen/pickups' })
})

it('logs a database error by its code, never by the values it speaks of', () => {
  const cause = Object.assign(new Error("Duplicate entry '王秀珍-13800000000' for key"), { code: 'ER_DUP_ENTRY' })
  const line = JSON.stringify(serializers.err(new QueryFailedError('INSERT …', ['王秀珍', '13800000000'], cause)))
  expect(line).toContain('ER_DUP_ENTRY')
  expect(line).not.toMatch(/王秀珍|138000|INSERT/)
})
