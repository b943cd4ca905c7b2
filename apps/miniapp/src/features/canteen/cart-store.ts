import Taro from '@tarojs/taro'
import { useCallback, useSyncExternalStore } from 'react'
import { currentSession } from '@/shared/http/session-store'
import { changeCart, EMPTY_CART, joinCarts, type Cart, type CartAction, type Carts } from './model/cart'

const KEY = 'wanli.carts.'

/** A basket says who eats, where it is brought and what somebody cannot eat: whoever signs in here next has another one. */
const storageKey = (): string => KEY + (currentSession()?.person.id ?? '')

/** Carts are small and a person orders for a few sittings at most; older ones are of no more use. */
const KEPT_SITTINGS = 6

const listeners = new Set<() => void>()
/** Carts in memory, by where they are kept. */
const known = new Map<string, Carts>()

function isCart(value: unknown): value is Cart {
  return (
    typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines) && 'mode' in value
  )
}

function read(key: string): Carts {
  const stored: unknown = Taro.getStorageSync(key)
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Cart] => isCart(entry[1])))
}

function keptAt(key: string): Carts {
  const carts = known.get(key) ?? read(key)
  known.set(key, carts)
  return carts
}

function all(): Carts {
  const key = storageKey()
  return key === KEY ? keptAt(key) : withGuests(key)
}

/** What was picked before signing in comes along, once: it holds dishes, and nothing of whoever picked them. */
function withGuests(key: string): Carts {
  const picked = keptAt(KEY)
  if (Object.keys(picked).length === 0) return keptAt(key)
  const joined = joinCarts(keptAt(key), picked)
  known.set(KEY, {})
  Taro.removeStorageSync(KEY)
  known.set(key, joined)
  Taro.setStorageSync(key, joined)
  return joined
}

function write(next: Carts): void {
  const key = storageKey()
  known.set(key, next)
  Taro.setStorageSync(key, next)
  for (const listener of listeners) listener()
}

/** The person's cart of a sitting as it is kept on this device. It outlives a reload, and signing out and back in. */
export function cartOf(sittingId: string): Cart {
  return all()[sittingId] ?? EMPTY_CART
}

/** Changes the cart of a sitting and keeps it. */
export function dispatchCart(sittingId: string, action: CartAction): void {
  keepCart(sittingId, changeCart(cartOf(sittingId), action))
}

/** Keeps a cart as it is, as the newest of the few that are kept. */
export function keepCart(sittingId: string, cart: Cart): void {
  if (cart === all()[sittingId]) return
  const others = Object.entries(all()).filter(([id]) => id !== sittingId)
  write(Object.fromEntries([...others.slice(1 - KEPT_SITTINGS), [sittingId, cart]]))
}

/** Forgets the cart of a sitting, after it became an order. */
export function clearCart(sittingId: string): void {
  write(Object.fromEntries(Object.entries(all()).filter(([id]) => id !== sittingId)))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The cart of a sitting and how to change it; the component renders again when it changes on any page. */
export function useCart(sittingId: string): { cart: Cart; change: (action: CartAction) => void } {
  const snapshot = useCallback(() => cartOf(sittingId), [sittingId])
  const cart = useSyncExternalStore(subscribe, snapshot, snapshot)
  const change = useCallback((action: CartAction) => dispatchCart(sittingId, action), [sittingId])
  return { cart, change }
}
