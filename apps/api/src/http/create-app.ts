import { randomUUID } from 'node:crypto'

import compress from '@fastify/compress'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { REQUEST } from '@wanli/kernel/limits'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { AppModule } from '../app.module.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { sendProblem } from '../common/problem.filter.js'
import type { Env } from '../config/env.js'

import { addDocs } from './docs.js'
import { loggerOptions, NestLog, type LogStream } from './logging.js'
import { addMetrics } from './metrics.js'
import { addMultipart } from './multipart.js'
import { addRevalidation } from './revalidation.js'
import { addSecurityHeaders } from './security-headers.js'
import { addServerTime } from './server-time.js'
import { endSilentConnections } from './silent-connections.js'
import { addWebApp } from './web-app.js'

const PREFIX = 'api/v1'
const OUTSIDE_PREFIX = ['health/live', 'health/ready', 'metrics']

/** The whole server of a configuration, ready to listen: API, its page, health, metrics and the built app. Log lines go to `logTo`. */
export async function createApp(env: Env, clock = new Clock(env), logTo?: LogStream): Promise<NestFastifyApplication> {
  const app = await createServer(AppModule.for(env, clock), env, logTo)
  addServerTime(app.getHttpAdapter().getInstance(), clock)
  await addMultipart(app)
  await addDocs(app)
  await addWebApp(app, env)
  app.enableShutdownHooks()
  return app
}

/** What every answer goes through, around any modules: the bench measures it around none. */
export async function createServer(
  modules: DynamicModule,
  env: Env,
  logTo?: LogStream,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: REQUEST.bodyBytes,
    logger: loggerOptions(env, logTo),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // What arrives on an open connection while the server ends is answered as ever; by itself it would say 503, without a word for people.
    return503OnClosing: false,
    // An address that the router cannot read (half an escape, an id of a thousand letters) leads nowhere; by itself it would say so in English.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(new DomainError('request.not_found'), request, reply),
    trustProxy: (_address: string, hop: number) => hop < env.TRUST_PROXY,
  })
  const fastify: FastifyInstance = adapter.getInstance()
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id)
    if (request.url.startsWith('/api/v1')) void reply.header('Cache-Control', 'no-store')
    done()
  })
  addSecurityHeaders(fastify, {
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    strictTransportSecurity: false,
  })
  addMetrics(fastify)
  addRevalidation(fastify)
  endSilentConnections(fastify)
  const app = await NestFactory.create<NestFastifyApplication>(modules, adapter, {
    logger: new NestLog(fastify.log),
    abortOnError: false,
    // WeChat signs bytes, not what a parser made of them.
    rawBody: true,
  })
  app.setGlobalPrefix(PREFIX, { exclude: OUTSIDE_PREFIX })
  await app.register(compress, { global: true })
  return app
}

/** The app loads nothing from elsewhere; pictures may be data (icons, QR codes), the camera's worker a blob. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    frameAncestors: ["'self'"],
    upgradeInsecureRequests: null,
  },
}
