import Taro from '@tarojs/taro'
import type { PersonView, SessionReply } from '@wanli/contracts/people'

/** What is kept of a sign-in. */
export type StoredSession = SessionReply

const STORAGE_KEY = 'wanli.session'

type Listener = () => void

const listeners = new Set<Listener>()
let current: StoredSession | null | undefined

function read(): StoredSession | null {
  const stored: unknown = Taro.getStorageSync(STORAGE_KEY)
  if (typeof stored !== 'object' || stored === null || !('accessToken' in stored)) return null
  return stored as StoredSession
}

/** The session in memory, read from storage the first time. */
export function currentSession(): StoredSession | null {
  if (current === undefined) current = read()
  return current
}

/** Keeps or forgets the session, in memory and in storage, and tells every listener. */
export function storeSession(session: StoredSession | null): void {
  current = session
  if (session) Taro.setStorageSync(STORAGE_KEY, session)
  else Taro.removeStorageSync(STORAGE_KEY)
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
