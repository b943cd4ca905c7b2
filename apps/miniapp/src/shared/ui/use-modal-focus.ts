import { useEffect, useRef } from 'react'
import { DRAWN_MS } from './focus'

const FOCUSABLE = '[tabindex="0"]:not([aria-disabled="true"]), input, textarea'

function focusables(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)]
}

function keepInside(root: HTMLElement, event: KeyboardEvent): void {
  const found = focusables(root)
  const first = found[0]
  const last = found[found.length - 1]
  if (!first || !last) return
  const active = document.activeElement
  const outside = !root.contains(active)
  if (event.shiftKey && (active === first || outside)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && (active === last || outside)) {
    event.preventDefault()
    first.focus()
  }
}

/** Dialogs that are open, the upper one last; those of a page under another among them. */
const opened: HTMLElement[] = []

/** Whether keys are for this dialog: it lies over all others that one sees. */
const isUpper = (root: HTMLElement): boolean => opened.filter((one) => one.getClientRects().length > 0).at(-1) === root

/**
 * Keyboard manners of a dialog on H5: focus goes in when it opens, Tab stays inside, Escape closes, and focus returns to where it was.
 * Of two over each other only the upper one hears keys, and one that is not seen hears none. `id` names the dialog's element. Does
 * nothing on weapp, where the system has no keyboard focus.
 */
export function useModalFocus(id: string, open: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return undefined
    const root = document.getElementById(id)
    if (!root) return undefined
    const before = document.activeElement
    const moveIn = setTimeout(() => focusables(root)[0]?.focus(), DRAWN_MS)
    const onKey = (event: KeyboardEvent): void => {
      // Who writes Chinese takes back a syllable with it.
      if (event.isComposing || !isUpper(root)) return
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(root, event)
    }
    opened.push(root)
    // On the way down: Taro's fields let no key go up again.
    document.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(moveIn)
      document.removeEventListener('keydown', onKey, true)
      opened.splice(opened.indexOf(root), 1)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id, open])
}
