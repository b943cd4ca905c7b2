import type { NestFastifyApplication } from '@nestjs/platform-fastify'
/** Serves `/api/openapi.json` and the page that shows it at `/api/docs`. */
export declare function addDocs(app: NestFastifyApplication): Promise<void>
