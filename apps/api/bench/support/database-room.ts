import { createConnection, type RowDataPacket } from 'mysql2/promise'

const MIB = 1024 * 1024

/** The room that `docker-compose.yml` gives the database, in bytes. */
const POOL_BYTES = 512 * MIB
const REDO_BYTES = 1024 * MIB

/** Runs `work` while the database has the room of a deployment, and gives it back what it had; whoever is named in `server` may set it. */
export async function withRoom<Result>(server: string, work: () => Promise<Result>): Promise<Result> {
  const had = await setRoom(server, await wantedRoom(server))
  try {
    return await work()
  } finally {
    await setRoom(server, had)
  }
}

/** MySQL says `innodb_redo_log_capacity` where MariaDB says `innodb_log_file_size`. */
async function wantedRoom(server: string): Promise<Map<string, number>> {
  const connection = await createConnection(server)
  const [rows] = await connection.query<RowDataPacket[]>("SHOW GLOBAL VARIABLES LIKE 'innodb_redo_log_capacity'")
  await connection.end()
  const redo = rows.length > 0 ? 'innodb_redo_log_capacity' : 'innodb_log_file_size'
  return new Map([
    ['innodb_buffer_pool_size', POOL_BYTES],
    [redo, REDO_BYTES],
  ])
}

/** Sets these variables, and answers what they were. */
async function setRoom(server: string, room: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const connection = await createConnection(server)
  const had = new Map<string, number>()
  for (const [name, bytes] of room) {
    const [[row]] = await connection.query<RowDataPacket[]>(`SELECT @@GLOBAL.${name} AS bytes`)
    had.set(name, Number(row?.['bytes']))
    await connection.query(`SET GLOBAL ${name} = ${String(bytes)}`)
  }
  await connection.end()
  return had
}
