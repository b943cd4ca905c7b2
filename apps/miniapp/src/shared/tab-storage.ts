import Taro from '@tarojs/taro'

/** What the browser keeps for this tab alone; the specs run in none. */
const tab = (): Storage | undefined => (typeof sessionStorage === 'undefined' ? undefined : sessionStorage)

/**
 * What this tab keeps under `key`, else what the device does: on one computer two people may be signed in in two tabs, and a tab that is
 * opened anew goes on as whoever was here last.
 */
export function readOwn(key: string): unknown {
  const own = tab()?.getItem(key)
  return own === undefined || own === null ? readShared(key) : JSON.parse(own)
}

/** What the device keeps under `key`: what the tab wrote that wrote last. */
export function readShared(key: string): unknown {
  return Taro.getStorageSync(key)
}

/** Keeps a value for this tab and for tabs to come. */
export function writeOwn(key: string, value: unknown): void {
  tab()?.setItem(key, JSON.stringify(value))
  Taro.setStorageSync(key, value)
}

/** Forgets a value in this tab; on the device too when `everywhere`. */
export function forgetOwn(key: string, everywhere: boolean): void {
  tab()?.setItem(key, JSON.stringify(null))
  if (everywhere) Taro.removeStorageSync(key)
}
