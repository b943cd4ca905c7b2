import type { PersonView, SessionReply } from '@wanli/contracts/people'
import { forgetOwn, readOwn, readShared, writeOwn } from '@/shared/tab-storage'

/** What is kept of a sign-in. */
export type StoredSession = SessionReply

const STORAGE_KEY = 'wanli.session'

type Listener = () => void

const listeners = new Set<Listener>()
let current: StoredSession | null | undefined

function asSession(stored: unknown): StoredSession | null {
  if (typeof stored !== 'object' || stored === null || !('accessToken' in stored)) return null
  return stored as StoredSession
}

/** The session in memory, read from storage the first time. */
export function currentSession(): StoredSession | null {
  if (current === undefined) current = asSession(readOwn(STORAGE_KEY))
  return current
}

const sharedSession = (): StoredSession | null => asSession(readShared(STORAGE_KEY))

/** The same person's session as another tab has renewed it since; null when none has. */
export function renewedElsewhere(): StoredSession | null {
  const mine = currentSession()
  const shared = sharedSession()
  if (!mine || shared?.person.id !== mine.person.id) return null
  return shared.expiresAt > mine.expiresAt ? shared : null
}

/** Keeps or forgets the session, in memory and in storage, and tells every listener. */
export function storeSession(session: StoredSession | null): void {
  const before = current
  current = session
  if (session) writeOwn(STORAGE_KEY, session)
  // Another tab may be somebody else's, who did not sign out.
  else forgetOwn(STORAGE_KEY, sharedSession()?.person.id === before?.person.id)
  for (const listener of listeners) listener()
}

/** Replaces the person of the session (after a change of name or mode). Does nothing when signed out. */
export function storePerson(person: PersonView): void {
  const session = currentSession()
  if (session) storeSession({ ...session, person })
}

/** Calls `listener` after every change; the answer ends it. */
export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
