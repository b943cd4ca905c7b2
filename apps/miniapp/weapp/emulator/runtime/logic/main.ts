import type { Fields, ToLogic } from '../protocol'
import { guarded, reportFault, settle, tell } from './channel'
import {
  callMethod,
  copyForTheOtherThread,
  finishRender,
  makeInstance,
  type Definition,
  type Instance,
} from './instance'
import { Modules } from './modules'
import { launchOptions, PageStack } from './page-stack'
import { leaveOnlyTheLanguage, shiftClock, worker } from './sandbox'
import { PhoneStorage } from './storage'
import { makeWx, type Wx } from './wx'

const hidden = leaveOnlyTheLanguage()
const pages = new Map<string, Definition>()
const components = new Map<string, Definition>()
const componentInstances = new Map<number, Instance>()
let app: Fields = {}
let stack: PageStack
let wx: Wx

worker.listen('message', (event) => {
  receive((event as MessageEvent<ToLogic>).data)
})
worker.listen('unhandledrejection', (event) => {
  reportFault(event.reason)
})
worker.listen('error', (event) => {
  reportFault(event.message)
})

function receive(message: ToLogic): void {
  switch (message.kind) {
    case 'start':
      guarded(() => start(message))
      return
    case 'event': {
      const owner = instanceOf(message.instance)
      if (owner && typeof owner[message.handler] !== 'function') reportFault(`no handler ${message.handler}`)
      else if (owner) callMethod(owner, message.handler, message.event)
      return
    }
    case 'lifecycle': {
      const page = stack.find(message.instance)
      if (page) callMethod(page, message.name, message.argument)
      return
    }
    case 'rendered':
      finishRender(message.rendered)
      return
    case 'answer':
      settle(message.call, message.ok, message.value)
      return
    case 'component':
      attach(message.instance, message.path, message.properties)
      return
    case 'properties':
      Object.assign(componentInstances.get(message.instance)?.data ?? {}, message.properties)
      return
    case 'detached':
      detach(message.instance)
      return
    case 'tab':
      guarded(() => stack.switchTab(message.url))
      return
    case 'back':
      guarded(() => stack.navigateBack(1))
      return
    case 'app':
      wx.emit(message.name, message.argument)
  }
}

function start({ build, device }: Extract<ToLogic, { kind: 'start' }>): void {
  if (device.clockOffsetMs !== 0) shiftClock(device.clockOffsetMs)
  const storage = new PhoneStorage()
  stack = new PageStack(build.manifest, (route) => definitionOf(route))
  wx = makeWx(stack, storage, device)
  const modules = new Modules(
    build.scripts,
    build.manifest,
    {
      wx: wx.api,
      App: (definition: Fields) => {
        app = definition
      },
      Page: (definition: Definition) => pages.set(modules.running, definition),
      Component: (definition: Definition) => components.set(modules.running, definition),
      Behavior: (definition: Fields) => definition,
      getApp: () => app,
      getCurrentPages: () => stack.instances,
    },
    hidden,
  )
  loadModule = (path) => modules.load(path)
  modules.load('app')
  const options = launchOptions(build.manifest)
  callMethod(app as Instance, 'onLaunch', options)
  callMethod(app as Instance, 'onShow', options)
  stack.reLaunch(`/${build.manifest.pages[0] ?? ''}`)
}

let loadModule: (path: string) => void = () => undefined

function definitionOf(route: string): Definition {
  if (!pages.has(route) && !components.has(route)) loadModule(route)
  const definition = pages.get(route) ?? components.get(route)
  if (!definition) throw new Error(`${route}.js calls neither Page() nor Component()`)
  return definition
}

function attach(id: number, path: string, properties: Fields): void {
  guarded(() => {
    if (!components.has(path)) loadModule(path)
    const definition = components.get(path)
    if (!definition) throw new Error(`${path}.js does not call Component()`)
    const instance = makeInstance(id, path, definition)
    Object.assign(instance.data, properties)
    componentInstances.set(id, instance)
    tell({ kind: 'data', instance: id, patch: copyForTheOtherThread(instance.data, 'data') as Fields, rendered: 0 })
    callMethod(instance, 'attached')
  })
}

function detach(id: number): void {
  const instance = componentInstances.get(id)
  componentInstances.delete(id)
  if (instance) callMethod(instance, 'detached')
}

function instanceOf(id: number): Instance | undefined {
  return componentInstances.get(id) ?? stack.find(id)
}
