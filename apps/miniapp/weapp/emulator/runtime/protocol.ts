import type { AppManifest } from '../../app-manifest'

// A mini-program runs in two threads that share nothing: logic (a worker here, so that no DOM can leak into it) and view (the
// page). These are all the messages between them.

/** A build as the emulator runs it: WeChat's compilers have been over markup and styles. */
export interface PackedBuild {
  manifest: AppManifest
  pageConfigs: Record<string, PageConfig>
  scripts: Record<string, string>
  styles: Record<string, string>
  markup: string
}

/** The JSON beside a page or component. */
export interface PageConfig {
  usingComponents?: Record<string, string>
  enablePullDownRefresh?: boolean
  navigationStyle?: string
  component?: boolean
}

/** What a phone tells about itself. Lengths are CSS pixels. */
export interface Device {
  width: number
  height: number
  pixelRatio: number
  statusBarHeight: number
  fontSizeScaleFactor: number
  theme: 'light' | 'dark'
  /** Added to the clock of the logic thread, in milliseconds. */
  clockOffsetMs: number
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Fields = Record<string, unknown>

/** An event as a handler of a page receives it. */
export interface WxEvent {
  type: string
  timeStamp: number
  target: WxTarget
  currentTarget: WxTarget
  detail: unknown
  mark: Fields
  touches: unknown[]
  changedTouches: unknown[]
}

export interface WxTarget {
  id: string
  dataset: Fields
  offsetLeft: number
  offsetTop: number
}

export type ToView =
  | { kind: 'open'; instance: number; route: string; data: Fields }
  | { kind: 'close'; instance: number }
  | { kind: 'front'; instance: number; route: string }
  | { kind: 'data'; instance: number; patch: Fields; rendered: number }
  | { kind: 'trigger'; instance: number; name: string; detail: unknown }
  | { kind: 'call'; call: number; name: string; options: Fields }
  | { kind: 'log'; name: string; options: Fields }
  | { kind: 'fault'; text: string }

export type ToLogic =
  | { kind: 'start'; build: Pick<PackedBuild, 'manifest' | 'pageConfigs' | 'scripts'>; device: Device }
  | { kind: 'event'; instance: number; handler: string; event: WxEvent }
  | { kind: 'lifecycle'; instance: number; name: string; argument: unknown }
  | { kind: 'rendered'; rendered: number }
  | { kind: 'answer'; call: number; ok: boolean; value: Fields }
  | { kind: 'component'; instance: number; page: number; path: string; properties: Fields }
  | { kind: 'properties'; instance: number; properties: Fields }
  | { kind: 'detached'; instance: number }
  | { kind: 'tab'; url: string }
  | { kind: 'back' }
  | { kind: 'app'; name: string; argument: Fields }
