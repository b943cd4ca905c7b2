import type { Fields, ToLogic } from '../protocol'

declare global {
  interface Window {
    /** Bound by the test: what happened on the phone. */
    phoneTell: (kind: 'api' | 'fault', name: string, options: Fields) => Promise<void>
    /** Bound by the test: its own answer to a call of `wx`, or null for the usual one. */
    phoneAnswer: (name: string, options: Fields) => Promise<{ ok: boolean; value: Fields } | null>
  }
}

/** The logic thread. */
export const logic = new Worker('/__phone__/source/emulator/runtime/logic/main', { type: 'module' })

/** Sends one message to the logic thread. */
export function send(message: ToLogic): void {
  logic.postMessage(message)
}

/** A fault of the view: the test fails on it. */
export function fault(text: string): void {
  void window.phoneTell('fault', text, {})
}
