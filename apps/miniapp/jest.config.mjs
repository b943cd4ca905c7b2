/** Pure rules of the app (`*.spec.ts`), in plain node: no page, no Taro. Screens are looked at in a browser by `e2e`. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@wanli/kernel/(.*)$': '<rootDir>/../../libs/kernel/src/$1.ts',
    '^@tarojs/taro$': '<rootDir>/test/taro-stand-in.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
}
