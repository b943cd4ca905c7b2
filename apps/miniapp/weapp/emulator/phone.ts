import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformFileSync } from '@swc/core'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { BuildFiles } from '../build-files'
import { packBuild } from './pack'
import type { Device, Fields } from './runtime/protocol'

/** The host a weapp build talks to. */
export const API_ORIGIN = 'https://wanli.example.com'

/** The runtime and what it shares with the gate. */
const source = fileURLToPath(new URL('..', import.meta.url))
const ENTRY = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>手机</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/__phone__/source/emulator/runtime/view/phone.css"></head><body>
<script src="/__phone__/markup.js"></script><script type="module" src="/__phone__/source/emulator/runtime/view/main"></script></body></html>`

export interface PhoneOptions {
  /** Folder of the weapp build. */
  build: string
  /** Address of the real server, for example `http://127.0.0.1:3000`; without it every request fails. */
  server?: string
  device?: Partial<Device>
}

type Answer = (options: Fields) => Fields

/** A phone that runs a weapp build: what it called, what went wrong, and the test's own answers. */
export class Phone {
  readonly calls: { name: string; options: Fields }[] = []
  readonly faults: string[] = []
  private readonly answers = new Map<string, Answer>()
  private readonly listeners = new Map<string, (options: Fields) => void>()

  private constructor(readonly page: Page) {}

  /** Opens the build in a new page of `context` and waits until its first page is drawn. */
  static async start(context: BrowserContext, options: PhoneOptions): Promise<Phone> {
    const page = await context.newPage()
    const phone = new Phone(page)
    const viewport = page.viewportSize() ?? { width: 390, height: 844 }
    const device: Device = {
      ...viewport,
      pixelRatio: 2,
      statusBarHeight: 44,
      fontSizeScaleFactor: 1,
      theme: 'light',
      clockOffsetMs: 0,
      ...options.device,
    }
    // React reports what it could not draw to the console only.
    page.on('console', (message) => {
      if (message.type() === 'error') phone.faults.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => phone.faults.push(error.stack ?? error.message))
    await page.exposeFunction('phoneTell', (kind: 'api' | 'fault', name: string, given: Fields) => {
      if (kind === 'fault') phone.faults.push(name)
      else phone.noteCall(name, given)
    })
    await page.exposeFunction('phoneAnswer', (name: string, given: Fields) => phone.answerTo(name, given))
    await page.route(`${API_ORIGIN}/**`, serve(options, device))
    await page.goto(`${API_ORIGIN}/__phone__/`)
    await page.locator('.phone-page').first().waitFor({ state: 'attached' })
    return phone
  }

  /** Answers a call of `wx` instead of the phone, until the test ends. Throw in it to make the call fail. */
  answer(name: string, answer: Answer): void {
    this.answers.set(name, answer)
  }

  /** Options of the first call of `name`, made already or still to come. */
  async nextCall(name: string): Promise<Fields> {
    const made = this.calls.find((call) => call.name === name)
    if (made) return made.options
    return new Promise((resolve) => this.listeners.set(name, resolve))
  }

  /** Options of the calls of `name` so far. */
  called(name: string): Fields[] {
    return this.calls.filter((call) => call.name === name).map(({ options }) => options)
  }

  async pullDown(): Promise<void> {
    await this.page.evaluate(() => {
      window.phone.pullDown()
    })
  }

  async back(): Promise<void> {
    await this.page.evaluate(() => {
      window.phone.back()
    })
  }

  private noteCall(name: string, options: Fields): void {
    this.calls.push({ name, options })
    this.listeners.get(name)?.(options)
    this.listeners.delete(name)
  }

  private answerTo(name: string, given: Fields): { ok: boolean; value: Fields } | null {
    const answer = this.answers.get(name)
    if (!answer) return null
    try {
      return { ok: true, value: answer(given) }
    } catch (error) {
      return { ok: false, value: { errMsg: error instanceof Error ? error.message : String(error) } }
    }
  }
}

function serve({ build: directory, server }: PhoneOptions, device: Device): (route: Route) => Promise<void> {
  const { markup, ...build } = packBuild(new BuildFiles(directory), device.theme)
  return async (route) => {
    const { pathname, search } = new URL(route.request().url())
    const own = /^\/__phone__\/(.*)$/.exec(pathname)?.[1]
    if (own === undefined) {
      if (server === undefined) await route.abort('connectionrefused')
      else await route.fulfill({ response: await route.fetch({ url: `${server}${pathname}${search}` }) })
    } else if (own === '') await route.fulfill({ contentType: 'text/html', body: ENTRY })
    else if (own === 'markup.js') await route.fulfill({ contentType: 'text/javascript', body: markup })
    else if (own === 'build.json') await route.fulfill({ json: build })
    else if (own === 'device.json') await route.fulfill({ json: device })
    else if (own.startsWith('source/')) await serveSource(route, own.slice('source/'.length))
    else await servePackage(route, join(directory, decodeURIComponent(own.replace(/^package\//, ''))))
  }
}

async function serveSource(route: Route, name: string): Promise<void> {
  if (name.endsWith('.css')) {
    await route.fulfill({ contentType: 'text/css', body: readFileSync(join(source, name), 'utf8') })
    return
  }
  const { code } = transformFileSync(join(source, `${name}.ts`), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  })
  await route.fulfill({ contentType: 'text/javascript', body: code })
}

async function servePackage(route: Route, path: string): Promise<void> {
  if (existsSync(path)) await route.fulfill({ path })
  else await route.fulfill({ status: 404 })
}
