import type { Fields } from '../protocol'
import type { Frame } from './frame'
import { stateOf } from './node'
import { chooseFrom, confirmWith, hideToast, showToast } from './dialogs'

/** What the phone's own software answers to a call of `wx`, unless the test answers itself. Rejects with an Error. */
export async function answer(name: string, options: Fields, frame: Frame): Promise<Fields> {
  const own = await window.phoneAnswer(name, options)
  if (own) return own.ok ? own.value : Promise.reject(new Error(String(own.value.errMsg)))
  switch (name) {
    case 'request':
      return request(options)
    case 'selectorQuery':
      return { answers: boxes(options.questions as Question[], frame) }
    case 'showToast':
    case 'showLoading':
      showToast(text(options.title), typeof options.duration === 'number' ? options.duration : 1500)
      return {}
    case 'hideToast':
    case 'hideLoading':
      hideToast()
      return {}
    case 'showModal':
      return confirmWith(options)
    case 'showActionSheet':
      return { tapIndex: await chooseFrom(options.itemList as string[]) }
    case 'pageScrollTo':
      frame.scroller?.scrollTo(0, Number(options.scrollTop ?? 0))
      return {}
    case 'login':
      return { code: 'login-code' }
    case 'getNetworkType':
      return { networkType: 'wifi' }
    case 'getSetting':
      return { authSetting: {} }
    case 'scanCode':
      throw new Error('cancel')
    default:
      return {}
  }
}

/** `wx.request`: only https and only the allowed host; any HTTP status is a success. */
async function request(options: Fields): Promise<Fields> {
  const method = text(options.method || 'GET').toUpperCase()
  const address = text(options.url)
  if (!address.startsWith('https://')) throw new Error('invalid url')
  const url = new URL(address)
  if (url.origin !== location.origin) throw new Error('url not in domain list')
  let body: string | null = null
  if (method === 'GET')
    for (const [key, value] of Object.entries((options.data as Fields | undefined) ?? {}))
      url.searchParams.append(key, text(value))
  else if (options.data !== undefined)
    body = typeof options.data === 'string' ? options.data : JSON.stringify(options.data)
  const headers = { 'content-type': 'application/json', ...(options.header as Record<string, string> | undefined) }
  const signal = AbortSignal.timeout(typeof options.timeout === 'number' ? options.timeout : 60_000)
  const response = await fetch(url, { method, headers, body, signal }).catch((error: unknown) => {
    throw new Error(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : '')
  })
  const reply = await response.text()
  return {
    data: options.dataType === 'text' ? reply : parsed(reply),
    statusCode: response.status,
    header: Object.fromEntries(response.headers),
    cookies: [],
  }
}

interface Question {
  selector: string
  all: boolean
}

function boxes(questions: Question[], frame: Frame): unknown[] {
  const page = frame.scroller
  return questions.map(({ selector, all }) => {
    if (selector === '')
      return {
        id: '',
        dataset: {},
        scrollTop: page?.scrollTop ?? 0,
        scrollLeft: 0,
        width: innerWidth,
        height: innerHeight,
        top: 0,
        left: 0,
      }
    const found = [...(page?.querySelectorAll<HTMLElement>(selector.replace(/>>>/g, ' ')) ?? [])].map((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const { id, scrollTop, scrollLeft } = element
      return {
        id,
        dataset: stateOf(element)?.dataset ?? {},
        left,
        top,
        right,
        bottom,
        width,
        height,
        scrollTop,
        scrollLeft,
      }
    })
    return all ? found : (found[0] ?? null)
  })
}

function parsed(reply: string): unknown {
  try {
    return JSON.parse(reply) as unknown
  } catch {
    return reply
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}
