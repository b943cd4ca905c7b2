const { execFileSync } = require('node:child_process')

const COMMAND = ['--import', '@swc-node/register/esm-register', 'e2e/support/seed.ts']

/** Before all journeys: the demo's world is made once at the time at which most of them begin, and each takes a copy of it. */
module.exports = () => {
  process.env.SEEDED = execFileSync(process.execPath, COMMAND, { cwd: __dirname, encoding: 'utf8' })
}
