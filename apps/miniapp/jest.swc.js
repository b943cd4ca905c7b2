const compile = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
]

/** TypeScript as ES modules, in Node: what the journeys and the emulator share. */
module.exports = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': compile },
  moduleNameMapper: { '^@wanli/kernel/(.*)$': '<rootDir>/../../libs/kernel/src/$1.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
}
