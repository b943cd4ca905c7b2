import js from '@eslint/js'
import { createProjectGraphAsync } from '@nx/devkit'
import nx from '@nx/eslint-plugin'
import prettier from 'eslint-config-prettier'
import importX from 'eslint-plugin-import-x'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { apiZones, miniappZones, textResolver } from './lint/module-walls.js'
import { globalWalls, roleWalls, syntaxWalls } from './lint/role-walls.js'

const root = import.meta.dirname

// Without a graph in its cache the boundaries rule of Nx only warns and checks nothing.
await createProjectGraphAsync({ exitOnError: false })

const typescript = ['**/*.{ts,tsx}']
const specs = [
  '**/*.spec.{ts,tsx}',
  '**/*-spec.ts',
  'apps/api/test/**/*.ts',
  'apps/miniapp/e2e/**/*.ts',
  'apps/miniapp/weapp/**/*.ts',
]

/** Packages that carry decorated request classes or a database: not for the client, not for the shared libs. */
const serverOnly = ['class-validator', 'class-transformer', 'reflect-metadata', 'typeorm', '@nestjs/*']

export default tseslint.config(
  {
    name: 'wanli/ignored',
    ignores: [
      '**/dist/**',
      '**/coverage/**',
      '**/out/**',
      '**/data/**',
      '.nx/**',
      'lint-fixtures/cases/**',
      'apps/miniapp/weapp/fixture/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  {
    name: 'wanli/types',
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // `Record<never, never>` says "takes nothing" in the contracts, on purpose.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    name: 'wanli/type-imports',
    // Not in the API: there decorator metadata needs the classes as values.
    files: ['libs/*/src/**/*.ts', 'apps/miniapp/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/consistent-type-imports': 'error' },
  },
  {
    name: 'wanli/rows',
    // An entity class only names columns; a row is a literal with those members, never an object with behaviour.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    name: 'wanli/proofs',
    // Comparing two generic signatures is how TypeScript tells identical shapes from assignable ones.
    files: ['apps/api/src/common/contract.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    name: 'wanli/boundaries',
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          banTransitiveDependencies: false,
          depConstraints: [
            {
              sourceTag: 'platform:shared',
              onlyDependOnLibsWithTags: ['platform:shared'],
              bannedExternalImports: [...serverOnly, '@tarojs/*', 'react', 'react-dom'],
            },
            {
              sourceTag: 'platform:node',
              onlyDependOnLibsWithTags: ['platform:shared', 'platform:node'],
              bannedExternalImports: ['@tarojs/*', 'react', 'react-dom'],
            },
            {
              sourceTag: 'platform:weapp',
              onlyDependOnLibsWithTags: ['platform:shared', 'platform:weapp'],
              bannedExternalImports: serverOnly,
            },
          ],
        },
      ],
    },
  },
  {
    name: 'wanli/modules',
    files: ['apps/*/src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [textResolver(root)] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones: [...apiZones(root), ...miniappZones(root)] }],
    },
  },
  {
    name: 'wanli/plugins',
    plugins: { '@typescript-eslint': tseslint.plugin, size: { rules: { 'long-file': builtinRules.get('max-lines') } } },
  },
  ...roleWalls,
  ...syntaxWalls,
  ...globalWalls,
  {
    name: 'wanli/size',
    files: ['**/*.{ts,tsx,js}'],
    rules: {
      'max-lines': ['error', 400],
      'size/long-file': ['warn', 250],
      'max-lines-per-function': ['warn', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: 'wanli/size/pages',
    // One page a module, as the house style has it: a table of contents is not easier to read in two halves.
    files: ['libs/contracts/src/**/*.ts'],
    rules: { 'size/long-file': 'off' },
  },
  {
    name: 'wanli/size/migrations',
    // A list of tables, written once and never changed afterwards.
    files: ['apps/api/src/database/migrations/*.ts'],
    rules: { 'size/long-file': 'off', 'max-lines-per-function': 'off' },
  },
  {
    name: 'wanli/hooks',
    files: ['apps/miniapp/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    name: 'wanli/specs',
    files: specs,
    // A spec is a list of sentences, not one long function, and reads loosely typed replies.
    rules: {
      'max-lines-per-function': 'off',
      'size/long-file': ['warn', 300],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    name: 'wanli/emulator',
    files: ['apps/miniapp/weapp/emulator/runtime/**/*.ts'],
    // It does what WeChat does: runs scripts as functions, rejects with plain objects, prints whatever an app hands it.
    rules: {
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    name: 'wanli/scripts',
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  prettier,
)
