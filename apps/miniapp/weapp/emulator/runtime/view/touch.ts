import { around, dispatch } from './events'
import { toggle } from './controls'
import { stateOf } from './node'

const LONG_PRESS_MS = 350

/** Turns the browser's clicks and pointers into WeChat's taps, touches and long presses. */
export function listenForTouches(): void {
  document.addEventListener('click', (click) => {
    const element = drawn(click.target)
    if (!element || stateOf(around(element, 'wx-button') ?? element)?.attributes.disabled === true) return
    const point = { x: click.pageX, y: click.pageY }
    const touch = { identifier: 0, pageX: point.x, pageY: point.y, clientX: click.clientX, clientY: click.clientY }
    dispatch(element, 'tap', point, { touches: [touch], changedTouches: [touch] })
    toggle(element)
    const button = around(element, 'wx-button')
    if (button) openType(button)
  })
  let pressed = 0
  for (const [browser, wechat] of [
    ['pointerdown', 'touchstart'],
    ['pointermove', 'touchmove'],
    ['pointerup', 'touchend'],
    ['pointercancel', 'touchcancel'],
  ] as const) {
    document.addEventListener(browser, (pointer) => {
      const element = drawn(pointer.target)
      if (!element) return
      const { pageX, pageY, clientX, clientY } = pointer
      const touch = { identifier: 0, pageX, pageY, clientX, clientY }
      const detail = { x: pageX, y: pageY }
      dispatch(element, wechat, detail, { touches: wechat === 'touchend' ? [] : [touch], changedTouches: [touch] })
      clearTimeout(pressed)
      if (wechat === 'touchstart') {
        pressed = window.setTimeout(
          () => dispatch(element, 'longpress', detail, { touches: [touch], changedTouches: [touch] }),
          LONG_PRESS_MS,
        )
      }
    })
  }
}

/** The innermost element under a browser event that a template drew. */
function drawn(target: EventTarget | null): HTMLElement | null {
  let element = target instanceof HTMLElement ? target : null
  while (element && !stateOf(element)) element = element.parentElement
  return element
}

function openType(button: HTMLElement): void {
  const wanted = stateOf(button)?.attributes['open-type']
  if (wanted === 'getPhoneNumber')
    dispatch(button, 'getphonenumber', { code: 'phone-code', errMsg: 'getPhoneNumber:ok' })
  if (wanted === 'agreePrivacyAuthorization') dispatch(button, 'agreeprivacyauthorization', { errMsg: 'ok' })
}
