import Taro from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'

/** A new key, unguessable enough to be unique: 128 random bits and the time. WeChat has no `crypto.randomUUID`. */
export function newIdempotencyKey(): string {
  const part = (): string =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(36)
      .padStart(7, '0')
  return `${Date.now().toString(36)}-${part()}${part()}${part()}${part()}`
}

/** The key of a form. `keep` it on the device before sending what must not happen twice, `renew` it after any definite answer. */
interface FormKey {
  key: string
  keep: () => void
  renew: () => void
}

/** Where the key of a form that is on its way is kept. */
const placeOf = (form: string): string => `wanli.key.${form}`

function keptKey(form: string): string | undefined {
  const kept: unknown = Taro.getStorageSync(placeOf(form))
  return typeof kept === 'string' && kept !== '' ? kept : undefined
}

/**
 * The key of one form: made when the form mounts, so a double tap or a repeat after a lost reply counts once on the server.
 * Call `renew` after any definite answer, success or refusal; after a network failure keep the key, since the first try may have arrived.
 * A form with a name goes on with the key that was kept and never answered, also after a reload.
 */
export function useIdempotencyKey(form?: string): FormKey {
  const [key, setKey] = useState(() => (form === undefined ? undefined : keptKey(form)) ?? newIdempotencyKey())
  return useMemo(
    () => ({
      key,
      keep: () => {
        if (form !== undefined) Taro.setStorageSync(placeOf(form), key)
      },
      renew: () => {
        if (form !== undefined) Taro.removeStorageSync(placeOf(form))
        setKey(newIdempotencyKey())
      },
    }),
    [form, key],
  )
}

/** Keys of what is done on one screen, by what it is. */
interface KeysByName {
  of: (name: string) => string
  /** After any definite answer: the next act of this name is another one. */
  renew: (name: string) => void
}

/**
 * For a screen on which several things are done: each act has a key of its own, so that one that was perhaps heard is repeated under its
 * key and keeps no other from being done. `name` says all that is sent: another body is another act.
 */
export function useIdempotencyKeys(): KeysByName {
  const keys = useRef(new Map<string, string>())
  return useMemo(
    () => ({
      of: (name) => {
        const key = keys.current.get(name) ?? newIdempotencyKey()
        keys.current.set(name, key)
        return key
      },
      renew: (name) => {
        keys.current.delete(name)
      },
    }),
    [],
  )
}
