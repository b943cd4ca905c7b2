// The logic thread of a phone has the language, timers and a console; no DOM, no fetch, and on Android no Intl. A worker has
// far more, so everything else is removed before the first line of the app runs. What this emulator needs itself is kept here.

/** Parts of the worker that the emulator keeps for itself. */
export const worker = {
  post: (globalThis as unknown as { postMessage: (message: unknown) => void }).postMessage.bind(globalThis),
  listen: globalThis.addEventListener.bind(globalThis),
  microtask: globalThis.queueMicrotask.bind(globalThis),
}

const KEPT = new Set(
  (
    'Object Array Function Boolean Number String Symbol BigInt Math JSON Date RegExp Promise Proxy Reflect Map Set WeakMap WeakSet ' +
    'WeakRef Error AggregateError TypeError RangeError SyntaxError ReferenceError EvalError URIError ArrayBuffer DataView ' +
    'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array ' +
    'parseInt parseFloat isNaN isFinite NaN Infinity undefined globalThis eval ' +
    'encodeURIComponent decodeURIComponent encodeURI decodeURI ' +
    'setTimeout clearTimeout setInterval clearInterval console'
  ).split(' '),
)

/**
 * Removes from the global object whatever a phone's logic thread does not have.
 * @returns names that cannot be removed; they must be hidden as parameters
 */
export function leaveOnlyTheLanguage(): string[] {
  const stubborn: string[] = []
  const root = Object.prototype
  for (
    let owner: object | null = globalThis;
    owner !== null && owner !== root;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (KEPT.has(name) || name === 'constructor') continue
      if (!Reflect.deleteProperty(owner, name)) stubborn.push(name)
    }
  }
  return stubborn
}

/** Moves the clock that the app reads by `offsetMs`. */
export function shiftClock(offsetMs: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [target.now() + offsetMs] : given, newTarget) as object,
    apply: (target) => new target(target.now() + offsetMs).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => target.now() + offsetMs : (Reflect.get(target, key, receiver) as unknown),
  })
}
