import { type NestFastifyApplication } from '@nestjs/platform-fastify'
import { Clock } from '../common/clock.js'
import type { Env } from '../config/env.js'
/** The whole server of a configuration, ready to listen: API, its page, health, metrics and the built app. */
export declare function createApp(env: Env, clock?: Clock): Promise<NestFastifyApplication>
