import '@swc-node/register/esm-register'

// A server whose own clock says otherwise must not matter: specs run by one half a day from Shanghai's.
process.env.TZ = 'America/New_York'
process.setSourceMapsEnabled(true)

/**
 * Specs run in plain Node, a worker's one after another: the server's 2,400 modules are read once a worker and not once a file, which
 * takes a quarter of the time (decision 0020). Types are checked by `typecheck`.
 */
export default {
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  globalSetup: './jest.workers.js',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.{api,race,property}-spec.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
}
