import 'reflect-metadata'

import type { AddressInfo } from 'node:net'

import { EnvError, loadEnv } from './config/env.js'
import { createApp } from './http/create-app.js'
import { openDoor } from './http/open-door.js'

/** One line that says what to do; a stack only when nobody could have caused it from outside. */
function explain(error: unknown, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof EnvError) return error.message
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what listens there, or choose another with PORT=… npm start`
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user: choose one above 1024 with PORT=… npm start`
  if (code === 'ECONNREFUSED' || code === 'ER_ACCESS_DENIED_ERROR')
    return `The database at DATABASE_URL does not let us in: ${message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(): Promise<void> {
  let port = 0
  try {
    // `npm start` is the demo unless DEMO=0 says otherwise; a server started by hand is not.
    const env = loadEnv(process.argv.includes('--demo') ? { DEMO: '1' } : {})
    port = env.PORT
    const app = await createApp(env)
    await openDoor(app, env.PORT, env.HOST)
    const address = app.getHttpServer().address() as AddressInfo
    const url = env.PUBLIC_URL ?? `http://${env.HOST === '0.0.0.0' ? 'localhost' : env.HOST}:${address.port}`
    app.getHttpAdapter().getInstance().log.info(`Wanli is ready: ${url} (API ${url}/api/docs)`)
  } catch (error) {
    process.stderr.write(`${explain(error, port)}\n`)
    process.exit(1)
  }
}

await main()
