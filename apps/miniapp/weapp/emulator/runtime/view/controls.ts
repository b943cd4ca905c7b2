import { dispatch, around } from './events'
import { stateOf } from './node'

/** Elements of the browser that stand inside `wx-input`, `wx-textarea` and `wx-image`. */
type Inner = HTMLInputElement | HTMLTextAreaElement | HTMLImageElement

const inners = new WeakMap<Element, Inner>()
const shown = new WeakMap<Element, unknown>()
const on = new WeakMap<Element, boolean>()

const FIT: Record<string, string> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  scaleToFill: 'fill',
  widthFix: 'fill',
  heightFix: 'fill',
}

/** Puts the browser's own element into a new text field or picture. */
export function equip(element: HTMLElement, tag: string): void {
  if (tag === 'wx-input' || tag === 'wx-textarea')
    equipField(element, document.createElement(tag === 'wx-input' ? 'input' : 'textarea'))
  if (tag === 'wx-image') equipPicture(element)
  if (tag === 'wx-scroll-view') {
    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
      dispatch(element, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
      if (scrollTop + clientHeight >= scrollHeight - 50) dispatch(element, 'scrolltolower', { direction: 'bottom' })
    })
  }
  if (tag === 'wx-swiper') {
    element.addEventListener('scroll', () => {
      const current = Math.round(element.scrollLeft / Math.max(1, element.clientWidth))
      if (shown.get(element) !== current) dispatch(element, 'change', { current, source: 'touch' })
      shown.set(element, current)
    })
  }
}

/** Brings a control to the attributes its template gave it now. */
export function refresh(element: HTMLElement, tag: string): void {
  const attributes = stateOf(element)?.attributes ?? {}
  if (tag === 'wx-input' || tag === 'wx-textarea') refreshField(element, attributes)
  if (tag === 'wx-image') refreshPicture(element, attributes)
  if (tag === 'wx-button') {
    element.setAttribute('role', typeof attributes['aria-role'] === 'string' ? attributes['aria-role'] : 'button')
    element.tabIndex = 0
    element.ariaDisabled = String(attributes.disabled === true)
  }
  if (['wx-switch', 'wx-checkbox', 'wx-radio'].includes(tag)) {
    if (shown.get(element) !== attributes.checked) on.set(element, attributes.checked === true)
    shown.set(element, attributes.checked)
    element.setAttribute('role', tag.slice(3))
    element.ariaChecked = String(on.get(element) === true)
  }
  if (tag === 'wx-scroll-view') {
    const { 'scroll-y': vertical, 'scroll-x': horizontal, 'scroll-top': top, 'scroll-into-view': into } = attributes
    element.style.overflowY = vertical === true ? 'auto' : 'hidden'
    element.style.overflowX = horizontal === true ? 'auto' : 'hidden'
    if (typeof top === 'number' && shown.get(element) !== top) element.scrollTop = top
    if (typeof into === 'string' && into !== '' && shown.get(element) !== into) {
      queueMicrotask(() =>
        element.querySelector(`#${CSS.escape(into)}`)?.scrollIntoView({ block: 'start', inline: 'start' }),
      )
    }
    shown.set(element, into ?? top)
  }
}

/** A tap on a switch, a check box or a radio (or its label). */
export function toggle(element: HTMLElement): void {
  const kinds = ['wx-switch', 'wx-checkbox', 'wx-radio']
  const control =
    kinds.map((kind) => around(element, kind)).find((found) => found !== null) ??
    around(element, 'wx-label')?.querySelector<HTMLElement>(kinds.join(','))
  if (!control || stateOf(control)?.attributes.disabled === true) return
  if (control.localName === 'wx-switch') {
    set(control, on.get(control) !== true)
    dispatch(control, 'change', { value: on.get(control) === true })
    return
  }
  const group = around(control, `${control.localName}-group`)
  const members = [...(group?.querySelectorAll<HTMLElement>(control.localName) ?? [])]
  if (control.localName === 'wx-radio') for (const member of members) set(member, member === control)
  else set(control, on.get(control) !== true)
  const values = members.filter((member) => on.get(member) === true).map((member) => stateOf(member)?.attributes.value)
  if (group) dispatch(group, 'change', { value: control.localName === 'wx-radio' ? values[0] : values })
}

function set(control: HTMLElement, value: boolean): void {
  on.set(control, value)
  control.ariaChecked = String(value)
}

function equipField(element: HTMLElement, field: HTMLInputElement | HTMLTextAreaElement): void {
  inners.set(element, field)
  element.append(field)
  field.addEventListener('input', () => {
    shown.set(element, field.value)
    dispatch(element, 'input', { value: field.value, cursor: field.selectionStart ?? 0, keyCode: 0 })
  })
  field.addEventListener('focus', () => dispatch(element, 'focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => dispatch(element, 'blur', { value: field.value, cursor: 0 }))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement)
      dispatch(element, 'confirm', { value: field.value })
  })
}

function refreshField(element: HTMLElement, attributes: Record<string, unknown>): void {
  const field = inners.get(element) as HTMLInputElement | HTMLTextAreaElement
  const { value, placeholder, disabled, maxlength, password, focus, 'aria-label': label } = attributes
  field.placeholder = typeof placeholder === 'string' ? placeholder : ''
  field.disabled = disabled === true
  if (typeof label === 'string') field.setAttribute('aria-label', label)
  if (typeof maxlength === 'number' && maxlength > 0) field.maxLength = maxlength
  if (password === true) (field as HTMLInputElement).type = 'password'
  if (value !== undefined && value !== shown.get(element)) {
    shown.set(element, value)
    const text = value === null ? '' : String(value)
    if (field.value !== text) field.value = text
  }
  if (focus === true && document.activeElement !== field) field.focus()
}

function equipPicture(element: HTMLElement): void {
  const picture = document.createElement('img')
  inners.set(element, picture)
  element.append(picture)
  picture.addEventListener('load', () =>
    dispatch(element, 'load', { width: picture.naturalWidth, height: picture.naturalHeight }),
  )
  picture.addEventListener('error', () => dispatch(element, 'error', { errMsg: 'load fail' }))
}

function refreshPicture(element: HTMLElement, attributes: Record<string, unknown>): void {
  const picture = inners.get(element) as HTMLImageElement
  const { src, mode, 'aria-label': label } = attributes
  picture.alt = typeof label === 'string' ? label : ''
  picture.style.objectFit = FIT[String(mode)] ?? 'fill'
  if (typeof src === 'string' && src !== '' && shown.get(element) !== src) {
    shown.set(element, src)
    // A path without a scheme names a file of the package.
    picture.src = /^[a-z]+:/.test(src) ? src : `/__phone__/package/${src.replace(/^\//, '')}`
  }
}
