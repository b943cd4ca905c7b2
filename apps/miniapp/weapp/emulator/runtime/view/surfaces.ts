import { setAtPath } from '../data-path'
import type { Fields, PackedBuild } from '../protocol'
import { send } from './link'
import { childrenOf, drawChildren, type Owner } from './render'
import type { TemplateChild } from './node'

declare global {
  interface Window {
    /** Made by WeChat's `wcc`: the template of a path as a function of its data. */
    $gwx: (path: string) => (data: Fields) => { children?: TemplateChild[] }
  }
}

/** Where one page or component is drawn. */
interface Surface {
  path: string
  root: HTMLElement
  data: Fields
  owner: Owner
  page: number
}

/** Component instances count down from here, so that they never meet the pages of the logic thread. */
let nextComponent = -1

/** All that is drawn: pages and the components inside them. */
export class Surfaces {
  private readonly surfaces = new Map<number, Surface>()

  constructor(private readonly build: PackedBuild) {}

  /** Begins to draw a page or component into `root`. */
  add(instance: number, path: string, root: HTMLElement, data: Fields, page: number): void {
    const owner: Owner = {
      instance,
      components: this.componentsOf(path),
      attach: (element, component, properties) => this.attach(element, component, properties, page),
      update: (component, properties) => this.setProperties(component, properties),
    }
    this.surfaces.set(instance, { path, root, data, owner, page })
    this.draw(instance)
  }

  /** Applies a `setData` and draws. A component removed in the meantime is left alone. */
  patch(instance: number, patch: Fields): void {
    const surface = this.surfaces.get(instance)
    if (!surface) return
    for (const [path, value] of Object.entries(patch)) setAtPath(surface.data, path, value)
    this.draw(instance)
  }

  /** Forgets a page and all components on it. */
  remove(page: number): void {
    for (const [instance, surface] of this.surfaces) {
      if (surface.page !== page) continue
      this.surfaces.delete(instance)
      if (instance !== page) send({ kind: 'detached', instance })
    }
  }

  /** The element a component is drawn into. */
  hostOf(instance: number): HTMLElement | undefined {
    return this.surfaces.get(instance)?.root
  }

  private attach(element: HTMLElement, path: string, properties: Fields, page: number): number {
    const instance = nextComponent
    nextComponent -= 1
    send({ kind: 'component', instance, page, path, properties })
    this.add(instance, path, element, { ...properties }, page)
    return instance
  }

  private setProperties(instance: number, properties: Fields): void {
    const surface = this.surfaces.get(instance)
    if (!surface) return
    const changed = Object.fromEntries(
      Object.entries(properties).filter(([name, value]) => surface.data[name] !== value),
    )
    if (Object.keys(changed).length === 0) return
    Object.assign(surface.data, changed)
    send({ kind: 'properties', instance, properties: changed })
    this.draw(instance)
  }

  private draw(instance: number): void {
    const surface = this.surfaces.get(instance)
    if (!surface) return
    const tree = window.$gwx(`./${surface.path}.wxml`)(surface.data)
    drawChildren(surface.root, childrenOf(tree), surface.owner)
  }

  private componentsOf(path: string): Record<string, string> {
    const used = { ...this.build.manifest.usingComponents, ...this.build.pageConfigs[path]?.usingComponents }
    return Object.fromEntries(Object.entries(used).map(([tag, component]) => [tag, resolve(path, component)]))
  }
}

function resolve(from: string, path: string): string {
  if (path.startsWith('/')) return path.slice(1)
  return new URL(path, `https://package/${from}`).pathname.slice(1)
}
