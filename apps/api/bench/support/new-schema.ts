import { createConnection } from 'mysql2/promise'

/** Makes a schema of this name on a server, empty whatever was there, and answers its address. */
export async function newSchema(server: string, name: string): Promise<string> {
  const admin = await createConnection(server)
  await admin.query(`DROP DATABASE IF EXISTS ${name}`)
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await admin.end()
  const url = new URL(server.replace(/^\w+:/, 'mysql:'))
  url.pathname = `/${name}`
  return url.toString()
}
