import type { PageUrl } from '@/shared/navigation'

/** The page where one signs in. */
export const SIGN_IN_PAGE = '/features/people/pages/sign-in/index' satisfies PageUrl

const OWN_PAGE = /^\/features\/[a-z-]+\/pages\/[a-z-]+\/index$/

/**
 * The page that somebody wanted who had to sign in first, read from the address of the sign-in page; null when there is none. An address
 * can be written by anybody: nothing but a page of this app is ever opened by it, and one that is not there leads home.
 */
export function pageAfterSignIn(then: string | undefined): PageUrl | null {
  const page = decoded(then ?? '')
  return OWN_PAGE.test(page) && page !== SIGN_IN_PAGE ? (page as PageUrl) : null
}

/** WeChat hands parts of an address over as they are written there, a browser as they are meant. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
