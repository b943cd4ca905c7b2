const { execFileSync } = require('node:child_process')

const TYPES = ['--import', '@swc-node/register/esm-register']

/**
 * Before all journeys: the demo's world is made once at the time at which most of them begin, and each takes a copy of it; and the browser
 * is started in which all of them have windows.
 */
module.exports = async () => {
  process.env.SEEDED = execFileSync(process.execPath, [...TYPES, 'e2e/support/seed.ts'], {
    cwd: __dirname,
    encoding: 'utf8',
  })
  const { serveBrowser } = await import('./e2e/support/browser.ts')
  globalThis.servedBrowser = await serveBrowser()
  process.env.BROWSER = globalThis.servedBrowser.wsEndpoint()
  // Each worker is a thread that strips types; the processes in which Jest looks for specs do not.
  process.env.NODE_OPTIONS = [...TYPES, '--enable-source-maps'].join(' ')
}
