import type { NestFastifyApplication } from '@nestjs/platform-fastify'

/**
 * So many phones may knock in the same moment while the server is busy with others. Node lets 511 wait; whoever comes next is not heard,
 * and a phone knocks again only after one second, then after two more (RFC 6298). The kernel may allow fewer (`net.core.somaxconn`).
 */
const MAY_KNOCK = 4_096

/** Lets a server listen. Throws what the system refuses, such as a port in use. */
export async function openDoor(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  await app.listen({ port, host, backlog: MAY_KNOCK })
}
