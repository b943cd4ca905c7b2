import Taro from '@tarojs/taro'

/** What is kept under `key`: a mini-program has no tabs. */
export function readOwn(key: string): unknown {
  return Taro.getStorageSync(key)
}

/** The same as {@link readOwn}. */
export const readShared: (key: string) => unknown = readOwn

/** Keeps a value. */
export function writeOwn(key: string, value: unknown): void {
  Taro.setStorageSync(key, value)
}

/** Forgets a value. */
export function forgetOwn(key: string, everywhere: boolean): void {
  if (everywhere) Taro.removeStorageSync(key)
}
