import type { Browser } from 'playwright-core'
import { browserOfAll } from './browser'
import { Server } from './server'
import { Visit, type VisitOptions } from './visit'

/** The journeys' browser, and a server for each journey of a file or for all of them. */
export interface Stage {
  readonly browser: Browser
  readonly server: Server
  /** A new visitor at the present server. */
  visit: (options?: Partial<Omit<VisitOptions, 'server'>>) => Promise<Visit>
}

/**
 * Sets the stage for the journeys of one file: the server's and the browser's clocks start at `clock`. Each journey has a fresh server,
 * unless `serverFor` says that one is enough for all: where they only look, or each is somebody else's.
 */
export function setStage(clock: Date, serverFor: 'each' | 'all' = 'each'): Stage {
  const stage: { browser?: Browser; server?: Server } = {}
  beforeAll(async () => {
    stage.browser = await browserOfAll()
  })
  afterAll(async () => {
    await stage.browser?.close()
  })
  const [begin, end] = serverFor === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  begin(async () => {
    stage.server = await Server.start({ clock })
  })
  end(async () => {
    await stage.server?.destroy()
  })
  afterEach(async () => {
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
