const compile = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
]

/** TypeScript as ES modules, in Node: what the journeys and the emulator share. */
const swc = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': compile },
  moduleNameMapper: { '^@wanli/kernel/(.*)$': '<rootDir>/../../libs/kernel/src/$1.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
}

/** Journeys through the H5 build in a real browser against the real server. */
module.exports = { ...swc, displayName: 'journeys', roots: ['<rootDir>/e2e'], testTimeout: 60000, maxWorkers: 1 }
module.exports.swc = swc
