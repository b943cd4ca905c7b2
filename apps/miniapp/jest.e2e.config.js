/**
 * Journeys through the H5 build in a real browser against the real server. They run in plain Node, a worker's one after another: the
 * driver of the browser and the server's modules are read once a worker (decision 0020). They keep two cores busy: two at a time.
 */
module.exports = async () => {
  await import('@swc-node/register/esm-register')
  return {
    displayName: 'journeys',
    runner: 'jest-light-runner',
    testEnvironment: 'node',
    roots: ['<rootDir>/e2e'],
    globalSetup: './jest.e2e.seed.js',
    globalTeardown: './jest.e2e.unseed.js',
    testMatch: ['**/*.spec.ts'],
    maxWorkers: 2,
  }
}
