import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Env } from '../config/env.js'
/** Serves the built H5 app at `/`. The app routes by hash, so every page is `index.html`. */
export declare function addWebApp(app: NestFastifyApplication, env: Env): Promise<void>
