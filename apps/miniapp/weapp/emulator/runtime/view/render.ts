import type { Fields } from '../protocol'
import { equip, refresh } from './controls'
import { fault } from './link'
import { flatten, readAttributes, remember, stateOf, type TemplateChild, type TemplateNode } from './node'

/** What the page or component that owns a piece of the tree provides while it is drawn. */
export interface Owner {
  instance: number
  /** Paths of the components its template may use, by tag without `wx-`. */
  components: Record<string, string>
  /** Starts the component `path` inside `element`; gives its instance. */
  attach: (element: HTMLElement, path: string, properties: Fields) => number
  update: (instance: number, properties: Fields) => void
}

const TAGS = new Set(
  (
    'view text image button input textarea scroll-view swiper swiper-item switch checkbox checkbox-group radio radio-group label form ' +
    'navigator rich-text block icon progress cover-view cover-image root-portal page-meta picker-view match-media'
  )
    .split(' ')
    .map((tag) => `wx-${tag}`),
)

const MIRRORED = [
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-live',
  'aria-disabled',
  'aria-haspopup',
  'type',
  'disabled',
  'loading',
  'plain',
  'size',
  'mode',
]

/** Makes the children of `parent` what the template says, keeping the elements that stay. */
export function drawChildren(parent: Element, wanted: (TemplateNode | string)[], owner: Owner): void {
  const left = new Set<ChildNode>(parent.childNodes)
  wanted.forEach((node, index) => {
    const existing = [...left].find((child) => fits(child, node))
    const drawn = existing ?? create(node, owner)
    left.delete(drawn)
    const place = parent.childNodes[index]
    if (place !== drawn) parent.insertBefore(drawn, place ?? null)
    if (typeof node === 'string') {
      if (drawn.nodeValue !== node) drawn.nodeValue = node
    } else update(drawn as HTMLElement, node, owner)
  })
  for (const child of left) child.remove()
}

/** Children of a template's root. */
export function childrenOf(root: { children?: TemplateChild[] }): (TemplateNode | string)[] {
  return flatten(root.children)
}

function fits(child: ChildNode, node: TemplateNode | string): boolean {
  if (typeof node === 'string') return child.nodeType === Node.TEXT_NODE
  return child instanceof HTMLElement && child.localName === node.tag && (stateOf(child)?.key ?? null) === keyOf(node)
}

function keyOf(node: TemplateNode): string | null {
  const sid = node.attr?.['data-sid']
  return typeof sid === 'string' ? sid : (node.wxKey ?? null)
}

function create(node: TemplateNode | string, owner: Owner): ChildNode {
  if (typeof node === 'string') return document.createTextNode(node)
  const component = owner.components[node.tag.slice(3)]
  if (component === undefined && !TAGS.has(node.tag)) fault(`the emulator has no <${node.tag.slice(3)}>`)
  const element = document.createElement(node.tag)
  const state = { owner: owner.instance, key: keyOf(node), hosts: null as number | null, ...readAttributes(node) }
  remember(element, state)
  if (component === undefined) equip(element, node.tag)
  else state.hosts = owner.attach(element, component, propertiesOf(state.attributes))
  return element
}

function update(element: HTMLElement, node: TemplateNode, owner: Owner): void {
  const before = stateOf(element)
  const state = { owner: owner.instance, key: keyOf(node), hosts: before?.hosts ?? null, ...readAttributes(node) }
  remember(element, state)
  const { attributes } = state
  const classes = typeof attributes.class === 'string' ? attributes.class : ''
  if (element.className !== classes) element.className = classes
  const style = inPixels(typeof attributes.style === 'string' ? attributes.style : '')
  if (element.getAttribute('data-style') !== style) {
    element.setAttribute('data-style', style)
    element.style.cssText = style
  }
  if (typeof attributes.id === 'string') element.id = attributes.id
  element.hidden = attributes.hidden === true
  mirror(element, 'role', attributes['aria-role'])
  for (const name of MIRRORED) mirror(element, name, attributes[name])
  if (state.hosts !== null) {
    owner.update(state.hosts, propertiesOf(attributes))
    return
  }
  refresh(element, node.tag)
  if (node.tag === 'wx-rich-text') element.innerHTML = typeof attributes.nodes === 'string' ? attributes.nodes : ''
  else if (!['wx-input', 'wx-textarea', 'wx-image'].includes(node.tag))
    drawChildren(element, flatten(node.children), owner)
}

function mirror(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === '') element.removeAttribute(name)
  else element.setAttribute(name, String(value))
}

/** Attribute names as properties: `data-` and handlers are no properties. */
function propertiesOf(attributes: Fields): Fields {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

function inPixels(style: string): string {
  return style.replace(/(-?[\d.]+)rpx/g, (_, length: string) => `calc(100vw*${length}/750)`)
}
