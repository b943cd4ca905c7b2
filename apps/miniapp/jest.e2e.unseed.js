const { rmSync } = require('node:fs')

/** After all journeys: what `jest.e2e.seed.js` made goes. */
module.exports = () => rmSync(JSON.parse(process.env.SEEDED).dataDir, { recursive: true, force: true })
