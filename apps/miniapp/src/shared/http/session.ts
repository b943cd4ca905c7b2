import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import type { PersonView, SessionReply } from '@wanli/contracts/people'
import type { PageUrl } from '@/shared/navigation'
import { applyElderMode } from '@/shared/theme/elder-mode'
import { SIGN_IN_PAGE } from './after-sign-in'
import { call } from './call'
import { queryClient } from './query-client'
import { forgetReplies } from './replies'
import { currentSession, onSessionChange, storeSession } from './session-store'
import { queryText } from './url'

/** Who is signed in here. */
export interface Session {
  state: 'signed_out' | 'signed_in'
  person: PersonView | null
}

/** The session of this device; the component renders again when it changes. */
export function useSession(): Session {
  const session = useSyncExternalStore(onSessionChange, currentSession, currentSession)
  return { state: session ? 'signed_in' : 'signed_out', person: session?.person ?? null }
}

/** Starts a session: keeps its tokens, forgets what the last person saw, and takes over the person's care mode. */
export function signIn(reply: SessionReply): void {
  storeSession(reply)
  forgetWhatWasSeen()
  applyElderMode(reply.person.elderMode)
}

/** Ends the session on the server and here. Here it ends even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  try {
    await call('POST /auth/sign-out')
  } finally {
    storeSession(null)
    forgetWhatWasSeen()
  }
}

function forgetWhatWasSeen(): void {
  queryClient.clear()
  forgetReplies()
}

/**
 * True when somebody is signed in. Otherwise opens the sign-in page on top of this one and answers false: `if (!requireSession()) return`.
 * It leads on to `then`, the page that was wanted, or comes back here, with its form as it was.
 */
export function requireSession(then?: PageUrl): boolean {
  if (currentSession()) return true
  void Taro.navigateTo({ url: SIGN_IN_PAGE + queryText({ then }) })
  return false
}
