import { LOST_TEXT } from '@/shared/text/lost-text'
import { toast } from '@/shared/ui/toast'

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

/** Opens the page whose address is in the bar already. */
async function openAfterAll(): Promise<void> {
  // A first page that cannot be loaded would be asked for again and again.
  const nothingShown = document.getElementById('splash') !== null
  // The server is there and this part of the app is not: the app has been renewed since it was opened here.
  if (!nothingShown && (await serverAnswers())) window.location.reload()
  else toast(LOST_TEXT.notLoaded)
}

/** Pages are loaded when they are first opened: one that cannot be says that the network is gone, or opens with the app as it is by now. */
export function watchMissingParts(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isMissingPart(event.reason)) return
    event.preventDefault()
    void openAfterAll()
  })
}
