import type { Caller } from './caller.js'

/** Says whether a session still stands. Implemented by people, so that what is common need not know them. */
export abstract class SessionGate {
  /**
   * The caller of a valid token, if the session was not ended since the token was issued, in any process. With `freshRoles` the
   * roles are those of now. Throws `auth.session_ended` (401).
   */
  abstract admit(caller: Caller, freshRoles: boolean): Promise<Caller>

  /** Each of these callers as they are now, in their order; undefined whose session was ended. Asks the same, however many there are. */
  abstract readmit(callers: readonly Caller[]): Promise<(Caller | undefined)[]>
}
