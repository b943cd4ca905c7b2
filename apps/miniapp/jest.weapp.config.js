const swc = require('./jest.swc')

/** The weapp build in the gate and in the emulator. One worker: a build and a browser are enough for two cores. The limit ends what hangs,
 * also on a slow machine. */
module.exports = { ...swc, displayName: 'weapp', roots: ['<rootDir>/weapp'], testTimeout: 180000, maxWorkers: 1 }
