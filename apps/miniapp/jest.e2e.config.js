const swc = require('./jest.swc')

/** Journeys through the H5 build in a real browser against the real server. They wait more than they work: two at a time on two
 * cores. A journey of a whole meal takes half a minute on a good day and two on a slow machine: the limit ends what hangs. */
module.exports = {
  ...swc,
  displayName: 'journeys',
  roots: ['<rootDir>/e2e'],
  globalSetup: './jest.e2e.seed.js',
  globalTeardown: './jest.e2e.unseed.js',
  testTimeout: 180000,
  maxWorkers: 2,
}
