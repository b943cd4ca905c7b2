import { history } from '@tarojs/router'
import Taro from '@tarojs/taro'
import { LOST_TEXT } from '@/shared/text/lost-text'
import { toast } from '@/shared/ui/toast'

/** The place of the current entry in the browser's history, as the router counts. */
const place = (): number => (window.history.state as { idx?: number } | null)?.idx ?? 0

/** The address of the page one sees; where the router last was, and how many entries that is after the page. */
const seen = { href: '', place: 0, moved: 0, watched: false }

function watchMoves(): void {
  if (seen.watched) return
  seen.watched = true
  history.listen((move) => {
    const action: string = move.action
    if (action === 'PUSH') seen.moved += 1
    if (action === 'POP') seen.moved += Math.sign(place() - seen.place)
    seen.place = place()
  })
}

/** A page is shown: told by every page when it comes to the front, and when the app does. */
export function addressIsShown(): void {
  watchMoves()
  const pages = Taro.getCurrentPages()
  const route = pages[pages.length - 1]?.route ?? ''
  // Another page was asked for and is on its way.
  if (!window.location.hash.startsWith(`#${route}`)) return
  Object.assign(seen, { href: window.location.href, place: place(), moved: 0 })
}

/**
 * Puts back the address of the page one sees, after another was asked for and could not be loaded: reload and back would lead there. The
 * router is not told, since it has not left that page.
 */
function putAddressBack(): void {
  const arrive = (): void => {
    if (window.location.href !== seen.href) window.history.replaceState(window.history.state, '', seen.href)
    seen.place = place()
  }
  const { moved } = seen
  seen.moved = 0
  if (moved === 0) {
    arrive()
    return
  }
  const unheard = (event: Event): void => {
    event.stopImmediatePropagation()
    if (event.type === 'popstate') arrive()
  }
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, unheard, { capture: true, once: true })
  window.history.go(-moved)
}

/** Whether an error says that a part of the app could not be loaded: its scripts, or its styles. */
function isMissingPart(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'ChunkLoadError' || ('code' in error && error.code === 'CSS_CHUNK_LOAD_FAILED')
}

/** A tap is answered within this time, also where a network takes requests and never answers. */
const PATIENCE_MS = 3_000

async function serverAnswers(): Promise<boolean> {
  if (!navigator.onLine) return false
  const asking = new AbortController()
  const tooLong = setTimeout(() => asking.abort(), PATIENCE_MS)
  try {
    return (await fetch(`${API_BASE}/health/live`, { cache: 'no-store', signal: asking.signal })).ok
  } catch {
    return false
  } finally {
    clearTimeout(tooLong)
  }
}

/** Opens the page whose address is in the bar already, or says that it cannot be and stays where one is. */
async function openAfterAll(): Promise<void> {
  // A first page that cannot be loaded would be asked for again and again.
  const nothingShown = document.getElementById('splash') !== null
  const asked = window.location.href
  // The server is there and this part of the app is not: the app has been renewed since it was opened here.
  if (!nothingShown && (await serverAnswers())) {
    window.location.reload()
    return
  }
  toast(LOST_TEXT.notLoaded)
  // Whoever has tapped something else meanwhile is on their way there.
  if (!nothingShown && window.location.href === asked) putAddressBack()
}

/** Pages are loaded when they are first opened: one that cannot be says that the network is gone, or opens with the app as it is by now. */
export function watchMissingParts(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isMissingPart(event.reason)) return
    event.preventDefault()
    void openAfterAll()
  })
}
