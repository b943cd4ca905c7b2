import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser'
import { Server } from './server'
import { Visit, type VisitOptions } from './visit'

/** A browser for one file of journeys and a fresh server for each journey. */
export interface Stage {
  readonly browser: Browser
  readonly server: Server
  /** A new visitor at the present server. */
  visit: (options?: Partial<Omit<VisitOptions, 'server'>>) => Promise<Visit>
}

/** Sets the stage for the journeys of one file: the server's and the browser's clocks start at `clock`. */
export function setStage(clock: Date): Stage {
  const stage: { browser?: Browser; server?: Server } = {}
  beforeAll(async () => {
    stage.browser = await launchBrowser()
  })
  afterAll(async () => {
    await stage.browser?.close()
  })
  beforeEach(async () => {
    stage.server = await Server.start({ clock })
  })
  afterEach(async () => {
    await stage.server?.destroy()
    for (const context of stage.browser?.contexts() ?? []) await context.close()
  })
  return {
    get browser() {
      return present(stage.browser)
    },
    get server() {
      return present(stage.server)
    },
    visit: (options = {}) =>
      Visit.begin(present(stage.browser), { server: present(stage.server).url, clock, ...options }),
  }
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the stage is set inside a test')
  return value
}
