import type { Device, Fields } from '../protocol'
import { ask, guarded, tell } from './channel'
import type { PageStack } from './page-stack'
import { makeSelectorQuery } from './selector-query'
import type { PhoneStorage } from './storage'

/** Calls that the phone's own software carries out: they go to the view thread, and a test may answer them. */
const PHONE_CALLS = (
  'request login checkSession scanCode makePhoneCall setClipboardData getClipboardData vibrateShort vibrateLong showToast hideToast ' +
  'showLoading hideLoading showModal showActionSheet getNetworkType stopPullDownRefresh startPullDownRefresh pageScrollTo setNavigationBarTitle ' +
  'setNavigationBarColor setBackgroundColor setTabBarBadge removeTabBarBadge showTabBarRedDot hideTabBarRedDot setTabBarStyle setTabBarItem ' +
  'requestSubscribeMessage requestPayment previewImage hideKeyboard setKeepScreenOn getSetting openSetting getScreenBrightness setScreenBrightness ' +
  'showShareMenu hideShareMenu saveImageToPhotosAlbum'
).split(' ')

/** Things an app may listen to. */
const LISTENERS = (
  'AppShow AppHide Error PageNotFound UnhandledRejection ThemeChange NetworkStatusChange WindowResize KeyboardHeightChange ' +
  'NeedPrivacyAuthorization MemoryWarning UserCaptureScreen'
).split(' ')

type Listener = (argument: Fields) => void

/** The `wx` object of a build, and the means to emit what its listeners wait for. */
export interface Wx {
  api: Fields
  emit: (name: string, argument: Fields) => void
}

/** Makes `wx`. What is not here is undefined, as an interface a phone does not have. */
export function makeWx(stack: PageStack, storage: PhoneStorage, device: Device): Wx {
  const listeners = new Map<string, Listener[]>()
  const api: Fields = { env: { USER_DATA_PATH: 'wxfile://usr' } }
  for (const name of PHONE_CALLS) api[name] = asynchronous(name, (options) => ask(name, withoutFunctions(options)))
  for (const [name, work] of Object.entries(logicCalls(stack, storage))) api[name] = asynchronous(name, work)
  Object.assign(api, synchronousCalls(storage), deviceCalls(device), {
    nextTick: (work: () => void) => setTimeout(work),
    canIUse: () => true,
    createSelectorQuery: () => makeSelectorQuery(() => stack.front?.id ?? 0),
    getUpdateManager: () =>
      Object.fromEntries(
        ['onCheckForUpdate', 'onUpdateReady', 'onUpdateFailed', 'applyUpdate'].map((name) => [name, () => undefined]),
      ),
  })
  for (const name of LISTENERS) {
    api[`on${name}`] = (listener: Listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener])
    api[`off${name}`] = (listener: Listener) =>
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((known) => known !== listener),
      )
  }
  return {
    api,
    emit: (name, argument) => {
      for (const listener of listeners.get(name) ?? []) guarded(() => listener(argument))
    },
  }
}

function logicCalls(stack: PageStack, storage: PhoneStorage): Record<string, (options: Fields) => unknown> {
  const url = (options: Fields) => String(options.url)
  const key = (options: Fields) => String(options.key)
  return {
    navigateTo: (options) => stack.navigateTo(url(options)),
    redirectTo: (options) => stack.redirectTo(url(options)),
    reLaunch: (options) => stack.reLaunch(url(options)),
    switchTab: (options) => stack.switchTab(url(options)),
    navigateBack: (options) => stack.navigateBack(typeof options.delta === 'number' ? options.delta : 1),
    getStorage: (options) => ({ data: storage.readStrictly(key(options)) }),
    setStorage: (options) => storage.write(key(options), options.data),
    removeStorage: (options) => storage.remove(key(options)),
    clearStorage: () => storage.clear(),
    getStorageInfo: () => storage.info(),
  }
}

function synchronousCalls(storage: PhoneStorage): Fields {
  return {
    getStorageSync: (key: string) => storage.read(key),
    setStorageSync: (key: string, value: unknown) => storage.write(key, value),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
  }
}

function deviceCalls(device: Device): Fields {
  const { width, height, pixelRatio, statusBarHeight, fontSizeScaleFactor, theme } = device
  const windowInfo = () => ({
    windowWidth: width,
    windowHeight: height,
    screenWidth: width,
    screenHeight: height,
    screenTop: 0,
    pixelRatio,
    statusBarHeight,
    safeArea: {
      top: statusBarHeight,
      left: 0,
      right: width,
      bottom: height - 34,
      width,
      height: height - statusBarHeight - 34,
    },
  })
  const baseInfo = () => ({
    SDKVersion: '3.6.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme,
    fontSizeSetting: 17 * fontSizeScaleFactor,
    fontSizeScaleFactor,
    enableDebug: false,
    host: { env: 'WeChat' },
  })
  const deviceInfo = () => ({
    brand: 'emulator',
    model: 'emulator',
    platform: 'android',
    system: 'Android 12',
    benchmarkLevel: 20,
  })
  const launch = () => ({ path: '', scene: 1001, query: {}, referrerInfo: {} })
  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: baseInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: () => ({ ...windowInfo(), ...baseInfo(), ...deviceInfo() }),
    getSystemInfo: asynchronous('getSystemInfo', () => ({ ...windowInfo(), ...baseInfo(), ...deviceInfo() })),
    getMenuButtonBoundingClientRect: () => menuButton(width, statusBarHeight),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx1111222233334444', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
  }
}

/** Where WeChat draws its capsule: 7 px from the right, 4 px under the status bar. */
function menuButton(width: number, statusBarHeight: number): Fields {
  const top = statusBarHeight + 4
  return { top, bottom: top + 32, left: width - 94, right: width - 7, width: 87, height: 32 }
}

/** Wraps a call in WeChat's manners: callbacks when one is given, otherwise a promise; `errMsg` in every answer. */
function asynchronous(
  name: string,
  work: (options: Fields) => unknown,
): (options?: Fields) => Promise<Fields> | undefined {
  return (options = {}) => {
    tell({ kind: 'log', name, options: withoutFunctions(options) })
    const result = new Promise<unknown>((resolve) => {
      resolve(work(options))
    }).then(
      (value) => ({ errMsg: `${name}:ok`, ...(typeof value === 'object' ? value : {}) }),
      (reason: unknown) => Promise.reject(failure(name, reason)),
    )
    const callbacks = ['success', 'fail', 'complete'].filter((key) => typeof options[key] === 'function')
    if (callbacks.length === 0) return result
    const run = (key: string, argument: Fields) => guarded(() => (options[key] as Listener | undefined)?.(argument))
    void result.then(
      (value) => [run('success', value), run('complete', value)],
      (reason: unknown) => [run('fail', reason as Fields), run('complete', reason as Fields)],
    )
    return undefined
  }
}

function failure(name: string, reason: unknown): Fields {
  const text = reason instanceof Error ? reason.message : String((reason as Fields).errMsg)
  return { ...(reason instanceof Error ? {} : (reason as Fields)), errMsg: `${name}:fail ${text}` }
}

function withoutFunctions(options: Fields): Fields {
  return JSON.parse(JSON.stringify(options)) as Fields
}
