import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { PersonaView, SessionReply } from '@wanli/contracts/people'
import { PHONE_SCREEN } from './browser'

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = fileURLToPath(new URL('../out/', import.meta.url))
const WAIT_MS = 10_000
/** A whole meal takes half a minute on a good day and two on a slow machine: what takes longer hangs, and is ended. */
const MOST_MS = 180_000

/** How a visitor comes: on which screen, when, and whether something is meant to fail on the way. */
export interface VisitOptions {
  server: string
  clock: Date
  screen?: typeof PHONE_SCREEN
  dark?: boolean
}

/** One person's browser. Whatever goes wrong in it is kept, and `leave` fails on it. */
export class Visit {
  private readonly troubles: string[] = []
  private expected: RegExp[] = []

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly server: string,
  ) {}

  static async begin(
    browser: Browser,
    { server, clock, screen = PHONE_SCREEN, dark = false }: VisitOptions,
  ): Promise<Visit> {
    const context = await browser.newContext({
      ...screen,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(WAIT_MS)
    const limit = setTimeout(() => void context.close({ reason: 'the visit has no end' }), MOST_MS)
    context.once('close', () => clearTimeout(limit))
    const page = await context.newPage()
    await page.clock.install({ time: clock })
    const visit = new Visit(page, context, server)
    visit.listen()
    return visit
  }

  /** A second tab of the same browser. */
  async anotherTab(): Promise<Visit> {
    const visit = new Visit(await this.context.newPage(), this.context, this.server)
    visit.listen()
    return visit
  }

  /** Troubles that this journey provokes on purpose; all others still fail it. */
  expectTrouble(...patterns: RegExp[]): void {
    this.expected = patterns
  }

  /** Opens a page of the app by its route, for example `pages/home/index`, as a fresh start of the app. */
  async open(route: string): Promise<void> {
    // An address that differs after the # only would keep the app running, with its pages and what it remembers. Another page of the
    // same server lies between: over an empty one Chromium would end its process for the app, and take twice the time to begin anew.
    if (this.page.url().startsWith(`${this.server}/`)) await this.page.goto(`${this.server}/health/live`)
    await this.page.goto(`${this.server}/#/${route}`)
  }

  /** Goes on to a page by its route while the app runs, as its own links do. */
  async goOn(route: string): Promise<void> {
    await this.page.evaluate((hash) => (location.hash = hash), `#/${route}`)
    const [path] = route.split('?')
    await this.explained(this.page.locator(`.taro_page[id^="/${path}?"]`).filter({ visible: true }).waitFor())
  }

  /** Signs in with a persona of the demo, by the sign-in page, and ends at home. */
  async signInByPage(name: string): Promise<void> {
    await this.open('features/people/pages/sign-in/index')
    await this.tap(new RegExp(`^${name}[ ，]`))
    await this.page.waitForURL((url) => !url.hash.includes('sign-in'))
  }

  /**
   * Comes as a persona of the demo who has signed in on this device before: the next page that is opened knows them. The session is asked
   * for and kept as the app does it, without the app: opening it for that alone took a quarter of all journeys' time.
   */
  async signInAs(name: string): Promise<void> {
    await this.page.goto(`${this.server}/health/live`)
    await this.page.evaluate(rememberSession, name)
  }

  /** Signs the present person out, by their own page. */
  async signOut(): Promise<void> {
    await this.open('pages/me/index')
    await this.tap('退出登录')
    await this.answer('退出登录')
    await this.sees('去登录')
  }

  /** The page on top: Taro keeps the ones below in the document. */
  get front(): Locator {
    return this.page.locator('.taro_page').filter({ visible: true }).last()
  }

  /** Taps a button of the page on top by its name. */
  async tap(name: string | RegExp): Promise<void> {
    await this.explained(this.front.getByRole('button', { name }).first().click())
  }

  /** Taps a button of the question on the screen. */
  async answer(name: string | RegExp): Promise<void> {
    await this.explained(this.page.getByRole('dialog').getByRole('button', { name }).first().click())
  }

  /** Waits until the page on top says `text`. */
  async sees(text: string | RegExp): Promise<void> {
    await this.explained(this.front.getByText(text).filter({ visible: true }).first().waitFor())
  }

  /** Waits until the page on top shows what it has to say, and nothing of it is still on its way. The live stream never rests. */
  async settled(): Promise<void> {
    await this.explained(this.front.getByRole('heading').first().waitFor())
    await this.page.waitForFunction(() => document.querySelectorAll(`[class*="skeleton"]`).length === 0)
  }

  /** Takes a picture of the screen for a person to look at, and none where nobody does: it waits for stillness all the same. */
  async picture(name: string): Promise<void> {
    await this.stillness()
    if (process.env.CI === undefined) await this.paint(name)
  }

  private async paint(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true })
    await this.page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  /** Waits until what moves has arrived: a page sliding in, a sheet rising. What turns for ever is left alone. */
  private async stillness(): Promise<void> {
    await this.page.evaluate(async () => {
      const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(ending.map((one) => one.finished))
    })
  }

  /** Findings of axe on the page on top that are serious or critical, each as `rule: element`. */
  async barriers(): Promise<string[]> {
    // Not as a script tag: the server's content policy refuses those.
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axeScript)
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (options: object) => Promise<{ violations: AxeViolation[] }> }
      }
      // "label-content-name-mismatch" is experimental: it wants a card's whole text in its name, where we name what the tap does.
      const { violations } = await axe.run({
        rules: { 'label-content-name-mismatch': { enabled: false } },
        // Only what is wrong is described: a selector for everything that is right takes as long as looking at it.
        resultTypes: ['violations'],
        selectors: false,
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    })
  }

  /** Ends the visit. Throws when the browser reported an error, or a request failed, that was not expected. */
  async leave(): Promise<void> {
    await this.context.close()
    const unexpected = this.troubles.filter((trouble) => !this.expected.some((pattern) => pattern.test(trouble)))
    if (unexpected.length > 0) throw new Error(`the browser had trouble:\n${unexpected.join('\n')}`)
  }

  /** Adds to a failure what the page on top says instead. */
  private async explained(step: Promise<void>): Promise<void> {
    await step.catch(async (error: unknown) => {
      await this.paint('trouble')
      const outline = await this.page.locator('body').ariaSnapshot()
      throw new Error(`${String(error)}\n${this.page.url()}\n${outline}\n${this.troubles.join('\n')}`)
    })
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.troubles.push(`error: ${error.message}`))
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()} ${message.location().url}`)
    })
    this.page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? ''
      // A request that the app itself gave up, because its page was left.
      if (reason !== 'net::ERR_ABORTED') this.troubles.push(`request: ${request.url()} ${reason}`)
    })
    this.page.on('response', (response) => {
      if (response.status() >= 400) this.troubles.push(`answer: ${response.status()} ${response.url()}`)
    })
  }
}

/** Runs in the browser: a session of the demo's person with this name, kept for the tab and the device. */
async function rememberSession(name: string): Promise<void> {
  const { items } = (await (await fetch('/api/v1/auth/personas')).json()) as { items: PersonaView[] }
  const body = JSON.stringify({ persona: items.find((one) => one.name === name)?.persona })
  const headers = { 'Content-Type': 'application/json' }
  const reply = await fetch('/api/v1/auth/demo', { method: 'POST', headers, body })
  if (!reply.ok) throw new Error(`nobody signs in as ${name}: ${reply.status}`)
  const session = (await reply.json()) as SessionReply
  const keep = (key: string, value: unknown): void => {
    sessionStorage.setItem(key, JSON.stringify(value))
    localStorage.setItem(key, JSON.stringify({ data: value }))
  }
  keep('wanli.session', session)
  keep('wanli.elder', session.person.elderMode ? 'on' : 'off')
}

interface AxeViolation {
  id: string
  impact: string | null
  nodes: { html: string }[]
}
