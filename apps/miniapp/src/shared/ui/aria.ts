import { tapsRest } from '@/shared/tap-rest'

/** What a screen reader should know about a View. */
export interface AriaFacts {
  role?:
    | 'alert'
    | 'banner'
    | 'button'
    | 'dialog'
    | 'heading'
    | 'img'
    | 'link'
    | 'list'
    | 'listitem'
    | 'navigation'
    | 'main'
    | 'radio'
    | 'radiogroup'
    | 'status'
    | 'switch'
    | 'tab'
    | 'tablist'
    | 'checkbox'
    | 'group'
    | 'spinbutton'
    | 'table'
    | 'row'
    | 'columnheader'
    | 'cell'
  label?: string
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  current?: boolean
  level?: 1 | 2 | 3
  modal?: boolean
  busy?: boolean
  hidden?: boolean
  live?: 'polite' | 'assertive'
}

type AriaAttributes = Readonly<Record<string, string | number>>

const asWord = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false')

/**
 * The facts as attributes of the target: `role` and `aria-*` on H5, `ariaRole` and `ariaLabel` on weapp (its templates carry them
 * because `config/aria.plugin.ts` adds them). Taro turns camel case into dashes on H5, so both spellings are given whole here.
 */
export function aria(facts: AriaFacts): AriaAttributes {
  const found: Record<string, string | number> = {}
  const give = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) found[name] = value
  }
  const flag = (name: string, value: boolean | undefined): void => {
    if (value !== undefined) found[name] = asWord(value)
  }
  if (process.env.TARO_ENV === 'weapp') {
    give('ariaRole', facts.role)
    give('ariaLabel', facts.label)
    flag('ariaChecked', facts.checked)
    flag('ariaSelected', facts.selected)
    flag('ariaDisabled', facts.disabled)
    flag('ariaHidden', facts.hidden)
    return found
  }
  give('role', facts.role)
  give('aria-label', facts.label)
  flag('aria-checked', facts.checked)
  flag('aria-selected', facts.selected)
  flag('aria-disabled', facts.disabled)
  flag('aria-modal', facts.modal)
  flag('aria-busy', facts.busy)
  flag('aria-hidden', facts.hidden)
  give('aria-level', facts.level)
  give('aria-live', facts.live)
  if (facts.current) found['aria-current'] = 'page'
  return found
}

interface KeyPress {
  key: string
  /** The key is held down: it was pressed once. */
  repeat?: boolean
  target: unknown
  preventDefault: () => void
  stopPropagation: () => void
}

interface Keyboard {
  disabled?: boolean
  /** One of several, as a radio or a tab: the arrows go to the next one and choose it. */
  among?: boolean
  /** Left out by Tab, because one beside it is the way in; the arrows still come here. */
  skipped?: boolean
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
const GROUP = '[role="radiogroup"], [role="tablist"]'
const MEMBER = '[role="radio"]:not([aria-disabled="true"]), [role="tab"]:not([aria-disabled="true"])'

/** Goes to the next or the previous of several and chooses it, round and round. False where it stands alone. */
function chooseBeside(target: unknown, step: 1 | -1): boolean {
  const here = target instanceof HTMLElement ? target.closest<HTMLElement>('[role="radio"], [role="tab"]') : null
  const members = [...(here?.closest(GROUP)?.querySelectorAll<HTMLElement>(MEMBER) ?? [])]
  const at = here ? members.indexOf(here) : -1
  const next = at < 0 ? undefined : members[(at + step + members.length) % members.length]
  next?.focus()
  next?.click()
  return next !== undefined
}

/** Makes a View reachable and usable by keyboard on H5: focus by Tab, Enter or Space taps it. Nothing on weapp, which has no keyboard. */
export function keyboard(
  onTap: () => void,
  { disabled = false, among = false, skipped = false }: Keyboard = {},
): Readonly<Record<string, unknown>> {
  if (process.env.TARO_ENV !== 'h5') return {}
  const onKeyDown = (event: KeyPress): void => {
    const step = among ? STEPS[event.key] : undefined
    const taps = event.key === 'Enter' || event.key === ' '
    if (!taps && (step === undefined || !chooseBeside(event.target, step))) return
    event.preventDefault()
    event.stopPropagation()
    if (taps && !disabled && event.repeat !== true && !tapsRest()) onTap()
  }
  return { tabindex: skipped ? -1 : 0, onKeyDown }
}

/** Lets the keyboard scroll, on H5, what scrolls by itself inside a page. Nothing on weapp. */
export function scrollable(): Readonly<Record<string, unknown>> {
  return process.env.TARO_ENV === 'h5' ? { tabindex: 0 } : {}
}
