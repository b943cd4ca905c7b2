/** A new row id: UUIDv7 (RFC 9562), known before the insert, growing with time so that InnoDB appends. */
export declare function newId(): string
/** An unguessable code of 22 URL-safe characters (128 random bits), for what a QR shows. */
export declare function newSecretCode(): string
