import config from './jest.config.js'

/** What only real processes can show: the built server is started, killed and started again. Needs `npm run build`. */
export default {
  ...config,
  roots: ['<rootDir>/test/processes'],
  testMatch: ['**/*.process-spec.ts'],
  testTimeout: 1_200_000,
}
