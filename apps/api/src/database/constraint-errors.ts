import { QueryFailedError } from 'typeorm'

interface DriverError {
  code?: string
}

const driverErrorOf = (error: unknown): DriverError | undefined =>
  error instanceof QueryFailedError ? (error.driverError as DriverError) : undefined

const DUPLICATE_CODES = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])
const LOST_RACE_CODES = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY', 'ER_CHECKREAD'])

/** Whether an insert hit a unique or primary key. */
export function isDuplicateKey(error: unknown): boolean {
  return DUPLICATE_CODES.has(driverErrorOf(error)?.code ?? '')
}

/** Thrown by work that read something another transaction has changed since, to have all of it run again. */
export class LostRaceError extends Error {}

/** Takes a duplicate key for a lost race: somebody else wrote the same since we looked. Throws in any case. */
export function asLostRace(error: unknown): never {
  throw isDuplicateKey(error) ? new LostRaceError() : error
}

/** Whether the database gave this transaction up in favour of another, so that running all of it again may succeed. */
export function isLostRace(error: unknown): boolean {
  return error instanceof LostRaceError || LOST_RACE_CODES.has(driverErrorOf(error)?.code ?? '')
}

/** Whether a statement waited for a lock longer than the database allows. */
export function isLockTimeout(error: unknown): boolean {
  return driverErrorOf(error)?.code === 'ER_LOCK_WAIT_TIMEOUT'
}
