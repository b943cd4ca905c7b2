import { routesOf, type AppManifest } from '../../../app-manifest'
import type { Fields } from '../protocol'
import { tell } from './channel'
import { callMethod, makeInstance, nextInstance, type Definition, type Instance } from './instance'

const MOST_PAGES = 10

interface OpenPage {
  id: number
  route: string
  instance: Instance
}

/** Where to go: `route` without the leading slash, and what stood after `?`. */
interface Address {
  route: string
  query: Record<string, string>
}

/** The pages that lie on each other. Refuses what a phone refuses; every method throws the text of `errMsg`'s reason. */
export class PageStack {
  private stack: OpenPage[] = []
  private readonly resting = new Map<string, OpenPage>()
  private readonly routes: string[]
  private readonly tabs: string[]

  constructor(
    manifest: AppManifest,
    private readonly definitionOf: (route: string) => Definition,
  ) {
    this.routes = routesOf(manifest)
    this.tabs = (manifest.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  }

  get instances(): Instance[] {
    return this.stack.map(({ instance }) => instance)
  }

  find(id: number): Instance | undefined {
    return [...this.stack, ...this.resting.values()].find((page) => page.id === id)?.instance
  }

  get front(): OpenPage | undefined {
    return this.stack.at(-1)
  }

  navigateTo(url: string): void {
    const address = this.parse(url)
    if (this.tabs.includes(address.route)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= MOST_PAGES) throw new Error('webview count limit exceed')
    if (this.front) callMethod(this.front.instance, 'onHide')
    this.open(address)
  }

  redirectTo(url: string): void {
    const address = this.parse(url)
    if (this.tabs.includes(address.route)) throw new Error('can not redirectTo a tabbar page')
    // As on a phone: the old page is gone before the new one loads.
    const left = this.stack.pop()
    if (left) this.close(left)
    this.open(address)
  }

  reLaunch(url: string): void {
    const address = this.parse(url)
    const left = [...this.stack, ...this.resting.values()]
    this.stack = []
    this.resting.clear()
    for (const page of new Set(left)) this.close(page)
    this.open(address)
  }

  switchTab(url: string): void {
    const address = this.parse(url)
    if (!this.tabs.includes(address.route)) throw new Error('can not switch to no-tabBar page')
    if (url.includes('?')) throw new Error('url not support queryString')
    if (this.front?.route === address.route) return
    const [bottom, ...above] = this.stack
    for (const page of above) this.close(page)
    if (bottom && this.tabs.includes(bottom.route)) {
      if (above.length === 0) callMethod(bottom.instance, 'onHide')
      this.resting.set(bottom.route, bottom)
    } else if (bottom) this.close(bottom)
    const kept = this.resting.get(address.route)
    this.stack = kept ? [kept] : []
    if (kept) this.show(kept)
    else this.open(address)
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page.')
    const left = this.stack.splice(Math.max(1, this.stack.length - delta))
    for (const page of left.reverse()) this.close(page)
    if (this.front) this.show(this.front)
  }

  private open({ route, query }: Address): void {
    const id = nextInstance()
    const instance = makeInstance(id, route, this.definitionOf(route))
    instance.options = query
    const page = { id, route, instance }
    this.stack.push(page)
    tell({ kind: 'open', instance: id, route, data: { ...instance.data } })
    tell({ kind: 'front', instance: id, route })
    callMethod(instance, 'onLoad', query)
    callMethod(instance, 'onShow')
    setTimeout(() => callMethod(instance, 'onReady'))
  }

  private show(page: OpenPage): void {
    tell({ kind: 'front', instance: page.id, route: page.route })
    callMethod(page.instance, 'onShow')
  }

  private close(page: OpenPage): void {
    callMethod(page.instance, 'onUnload')
    tell({ kind: 'close', instance: page.id })
  }

  private parse(url: string): Address {
    const [path = '', search = ''] = url.split('?')
    const route = path.startsWith('/') ? path.slice(1) : this.relative(path)
    if (!this.routes.includes(route)) throw new Error(`page "${route}" is not found`)
    const pairs = search.split('&').filter((pair) => pair !== '')
    const query: Record<string, string> = {}
    for (const pair of pairs) {
      const [key = '', value = ''] = pair.split('=')
      query[key] = value
    }
    return { route, query }
  }

  private relative(path: string): string {
    const parts = (this.front?.route ?? '').split('/').slice(0, -1)
    for (const part of path.split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '.') parts.push(part)
    }
    return parts.join('/')
  }
}

/** Query of an app launch. */
export function launchOptions(manifest: AppManifest): Fields {
  return { path: manifest.pages[0], scene: 1001, query: {}, referrerInfo: {}, shareTicket: '' }
}
