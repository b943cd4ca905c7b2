import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type BrowserServer,
  type LaunchOptions,
} from 'playwright-core'

/** Debian's own Chromium without the window around the page, which cost a fifth of the journeys' time; `CHROMIUM` names another. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell'

/** A telephone of 390 × 844, held by somebody in Shanghai. */
export const PHONE_SCREEN: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  // Twice as sharp for a person who looks at the pictures; painting four times as much takes a fifth of the journeys' time.
  deviceScaleFactor: process.env.CI === undefined ? 2 : 1,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/** The screen of a workbench. */
export const DESK_SCREEN: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/** The browser of all journeys, which `jest.e2e.seed.js` started, by a line of one's own: closing it ends one's own visits only. */
export function browserOfAll(): Promise<Browser> {
  const { BROWSER } = process.env
  if (BROWSER === undefined) throw new Error('no browser was started before the journeys')
  return chromium.connect(BROWSER)
}

/** Starts a browser that others connect to: starting one for each file of journeys took a second of a processor. */
export function serveBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(options())
}

/** Starts a browser without a window, with `more` switches. */
export function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch(options(...more))
}

/** A browser that asks nothing of the network by itself. */
function options(...more: string[]): LaunchOptions {
  return {
    executablePath: EXECUTABLE,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  }
}
