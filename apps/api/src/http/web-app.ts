import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import fastifyStatic from '@fastify/static'
import { Logger } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'

import type { Env } from '../config/env.js'

const HASHED = /\.[0-9a-f]{8,}\.(js|css)(\.br)?$|\/(js|css|chunk)\//
const DEFAULT_ROOT = fileURLToPath(new URL('../../../../miniapp/dist/h5', import.meta.url))

/** Serves the built H5 app at `/`. The app routes by hash, so every page is `index.html`. */
export async function addWebApp(app: NestFastifyApplication, env: Env): Promise<void> {
  const root = env.WEB_ROOT ?? DEFAULT_ROOT
  if (!existsSync(root)) {
    new Logger('WebApp').warn(`no built app at ${root}: only the API is served`)
    return
  }
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    // The build leaves scripts and styles in Brotli beside the plain ones.
    preCompressed: true,
    setHeaders: (response, path) => {
      const cache = path.endsWith('.html')
        ? 'no-cache'
        : HASHED.test(path)
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=86400'
      response.setHeader('Cache-Control', cache)
      response.setHeader('Vary', 'accept-encoding')
    },
  })
}
