import Taro from '@tarojs/taro'
import { useMemo, useSyncExternalStore } from 'react'
import { call } from '@/shared/http/call'
import { currentSession, storePerson } from '@/shared/http/session-store'
import { readOwn, writeOwn } from '@/shared/tab-storage'

const STORAGE_KEY = 'wanli.elder'

/** WeChat's care mode shows as a font scale: 23.8 over 17 px is 1.4; from 1.3 up we take it for one. */
const CARE_SCALE = 1.3

const listeners = new Set<() => void>()
let on: boolean | undefined

function wechatIsInCareMode(): boolean {
  if (process.env.TARO_ENV !== 'weapp') return false
  // An old client has no such call, or no such member; Taro's types know neither.
  const info: object = Taro.canIUse('getAppBaseInfo') ? Taro.getAppBaseInfo() : {}
  return 'fontSizeScaleFactor' in info && Number(info.fontSizeScaleFactor) >= CARE_SCALE
}

function isOn(): boolean {
  if (on === undefined) {
    const stored = readOwn(STORAGE_KEY)
    on = stored === 'on' || (stored !== 'off' && wechatIsInCareMode())
  }
  return on
}

/** Turns the care mode on or off on this device only. */
export function applyElderMode(next: boolean): void {
  on = next
  writeOwn(STORAGE_KEY, next ? 'on' : 'off')
  for (const listener of listeners) listener()
}

async function saveToServer(elderMode: boolean): Promise<void> {
  if (!currentSession()) return
  storePerson(await call('PATCH /me', { body: { elderMode } }))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * 关怀版: own switch, or WeChat's care mode when the switch was never touched. `set` works at once on this device;
 * the server hears of it too, and a failure there loses nothing but the setting on other devices.
 */
export function useElderMode(): { on: boolean; set: (next: boolean) => void } {
  const now = useSyncExternalStore(subscribe, isOn, isOn)
  return useMemo(() => {
    const set = (next: boolean): void => {
      applyElderMode(next)
      saveToServer(next).catch(() => undefined)
    }
    return { on: now, set }
  }, [now])
}
