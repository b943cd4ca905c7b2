import type { PackedBuild } from '../protocol'
import { send } from './link'

/** The phone around the pages: status bar, capsule, native tab bar, one sheet of style per open page. */
export class Frame {
  private readonly pages = new Map<number, { element: HTMLElement; style: HTMLStyleElement }>()
  private readonly tabBar = document.createElement('nav')
  private front = 0

  constructor(
    private readonly build: PackedBuild,
    statusBarHeight: number,
  ) {
    const capsule = document.createElement('div')
    capsule.className = 'phone-capsule'
    capsule.style.top = `${statusBarHeight + 4}px`
    this.tabBar.className = 'phone-tabs'
    document.body.append(capsule, this.tabBar)
  }

  /** Makes the element of a new page. Pages scroll inside it, and fixed things are fixed to it. */
  open(instance: number, route: string): HTMLElement {
    const element = document.createElement('div')
    element.className = 'phone-page'
    element.dataset.route = route
    const scroller = document.createElement('div')
    scroller.className = 'phone-scroller'
    scroller.addEventListener('scroll', () => {
      const { scrollTop, clientHeight, scrollHeight } = scroller
      send({ kind: 'lifecycle', instance, name: 'onPageScroll', argument: { scrollTop } })
      if (scrollTop + clientHeight >= scrollHeight - 50)
        send({ kind: 'lifecycle', instance, name: 'onReachBottom', argument: null })
    })
    element.append(scroller)
    const style = document.createElement('style')
    style.textContent = this.build.styles[`${route}.wxss`] ?? ''
    document.head.append(style)
    document.body.append(element)
    this.pages.set(instance, { element, style })
    return scroller
  }

  close(instance: number): void {
    const page = this.pages.get(instance)
    page?.element.remove()
    page?.style.remove()
    this.pages.delete(instance)
  }

  /** Shows one page and hides the others, with their styles. */
  bringToFront(instance: number, route: string): void {
    this.front = instance
    for (const [id, { element, style }] of this.pages) {
      element.hidden = id !== instance
      style.disabled = id !== instance
    }
    this.drawTabs(route)
  }

  /** The scrolling part of the front page. */
  get scroller(): HTMLElement | null {
    return this.pages.get(this.front)?.element.querySelector<HTMLElement>('.phone-scroller') ?? null
  }

  get frontInstance(): number {
    return this.front
  }

  private drawTabs(route: string): void {
    const { tabBar } = this.build.manifest
    const tabs = tabBar?.list ?? []
    const isTab = tabs.some(({ pagePath }) => pagePath === route)
    this.tabBar.hidden = !isTab
    this.pages.get(this.front)?.element.classList.toggle('phone-above-tabs', isTab)
    this.tabBar.replaceChildren(
      ...tabs.map(({ pagePath, text, iconPath, selectedIconPath }) => {
        const chosen = pagePath === route
        const button = document.createElement('button')
        button.ariaCurrent = chosen ? 'page' : null
        button.style.color = (chosen ? tabBar?.selectedColor : tabBar?.color) ?? ''
        const icon = chosen ? selectedIconPath : iconPath
        if (icon !== undefined) {
          const picture = document.createElement('img')
          picture.src = `/__phone__/package/${icon}`
          picture.alt = ''
          button.append(picture)
        }
        button.append(text)
        button.addEventListener('click', () => send({ kind: 'tab', url: `/${pagePath}` }))
        return button
      }),
    )
  }
}
