const { rmSync } = require('node:fs')

/** After all journeys: what `jest.e2e.seed.js` made and started goes. */
module.exports = async () => {
  await globalThis.servedBrowser.close()
  rmSync(JSON.parse(process.env.SEEDED).dataDir, { recursive: true, force: true })
}
