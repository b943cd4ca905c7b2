/** A place where somebody is signed in. Holds only hashes of refresh tokens: the current one and the one before. */
export declare class Session {
  id: string
  personId: string
  device: string
  refreshHash: string
  previousHash: string | null
  rotatedAt: Date
  expiresAt: Date
  revokedAt: Date | null
  createdAt: Date
}
