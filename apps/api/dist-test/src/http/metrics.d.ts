import type { FastifyInstance } from 'fastify'
/** Measures every request by route pattern (never by path: paths hold ids). */
export declare function addMetrics(fastify: FastifyInstance): void
