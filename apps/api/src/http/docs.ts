import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import swagger, { type StaticDocumentSpec } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'

/** Written by the build from the contract types; sources run by the dev runner look for it in `dist`. */
const CANDIDATES = ['../../openapi.json', '../../dist/openapi.json'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** Serves `/api/openapi.json` and the page that shows it at `/api/docs`. */
export async function addDocs(app: NestFastifyApplication): Promise<void> {
  const file = CANDIDATES.find((path) => existsSync(path))
  if (file === undefined) return
  const document = JSON.parse(readFileSync(file, 'utf8')) as StaticDocumentSpec['document']
  await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiConfig: { docExpansion: 'none', filter: true },
  })
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', () => document)
}
