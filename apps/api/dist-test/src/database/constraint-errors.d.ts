/** Whether an insert hit a unique or primary key. */
export declare function isDuplicateKey(error: unknown): boolean
/** Thrown by work that read something another transaction has changed since, to have all of it run again. */
export declare class LostRaceError extends Error {}
/** Whether the database gave this transaction up in favour of another, so that running all of it again may succeed. */
export declare function isLostRace(error: unknown): boolean
/** Whether a statement waited for a lock longer than the database allows. */
export declare function isLockTimeout(error: unknown): boolean
