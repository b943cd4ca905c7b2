/** Importing an application by its package name, which Nx does not flag. */
const APPLICATIONS = {
  group: ['@wanli/api', '@wanli/api/*', '@wanli/miniapp', '@wanli/miniapp/*'],
  message: 'An application is never imported; share through libs.',
}

/** Decorated classes must not reach the client (they cost bytes) nor the shared libs. */
const NEST = ['@nestjs/*', '@nestjs/*/*']
const REACT = ['react', 'react/*', 'react-dom', 'react-dom/*', '@tarojs/*', '@tanstack/*']
const BODIES = ['class-validator', 'class-transformer']
const HTTP = ['fastify', 'fastify/*', '@fastify/*', '@nestjs/platform-fastify', 'node:http', 'node:https']

const group = (patterns, message) => ({ group: patterns, message })

/** Everything but the neighbours in the same folder. */
const outside = (message) => ({ regex: '^(?!\\./)', message })

/** One block: files of a role and what they must not import. Applications are always among it. */
const role = (name, files, ...groups) => ({
  name: `wanli/imports/${name}`,
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [APPLICATIONS, ...groups] }] },
})

/**
 * What each kind of file may import (the table of the house style). A later block replaces an earlier one for the same file,
 * so every block states its whole list.
 */
export const roleWalls = [
  role('everywhere', ['**/*.{ts,tsx,js}']),
  role('contracts', ['libs/contracts/src/**/*.ts'], outside('Contracts import nothing but types of other contracts.')),
  {
    ...role('kernel', ['libs/kernel/src/**/*.ts'], outside('The kernel imports nothing.')),
    ignores: ['**/*.spec.ts'],
  },
  role(
    'rules',
    ['apps/api/src/**/*.rules.ts'],
    group([...NEST, 'typeorm'], 'Rules are pure: no Nest, no TypeORM.'),
    group(['**/clock.js', '**/*.service.js', '**/*.queries.js'], 'Rules take `now` and values as arguments.'),
  ),
  role('entities', ['apps/api/src/**/*.entity.ts'], group([...NEST, '**/*.service.js'], 'An entity is columns only.')),
  role('dtos', ['apps/api/src/**/*.dto.ts'], group(['typeorm', '**/*.entity.js'], 'A request class knows no table.'), {
    group: ['class-validator'],
    importNames: ['IsOptional'],
    message: 'It lets null through to code whose types know none: Optional of common/optional.js does not.',
  }),
  role(
    'views',
    ['apps/api/src/**/*.view.ts'],
    group(['**/*.service.js', '**/*.queries.js'], 'A view turns a row into a literal; it asks nobody.'),
  ),
  role('queries', ['apps/api/src/**/*.queries.ts'], group(['./*.service.js'], 'Reads do not go through writes.'), {
    group: HTTP,
    message: 'Queries know no HTTP.',
  }),
  role(
    'services',
    ['apps/api/src/**/*.service.ts'],
    group([...HTTP, ...BODIES], 'A service knows no HTTP and no request decorators.'),
  ),
  role(
    'controllers',
    ['apps/api/src/**/*.controller.ts'],
    group(
      ['typeorm', '**/transactions.js', '**/*.rules.js', '**/*.entity.js'],
      'A controller is policy and one call to a service or query.',
    ),
    {
      group: ['**/idempotency.js'],
      importNames: ['Idempotency'],
      message: 'What is done once is a service’s: the controller hands its key on.',
    },
  ),
  role(
    'models',
    ['apps/miniapp/src/**/model/**/*.ts'],
    group([...REACT, '**/components/**', '**/shared/ui/**'], 'A model is pure: no React, no Taro.'),
  ),
  role(
    'endpoints',
    ['apps/miniapp/src/**/api/**/*.ts'],
    group(['**/components/**', '**/shared/ui/**', '@tarojs/components'], 'An endpoint file draws nothing.'),
  ),
]

const syntax = (selector, message) => ({ selector, message })

/** One block of forbidden syntax; every block states its whole list, as above. */
const forbid = (name, files, ignores, ...selectors) => ({
  name: `wanli/syntax/${name}`,
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...selectors] },
})

const LOCALE = syntax(
  'CallExpression[callee.property.name=/^(toLocale(String|DateString|TimeString)|localeCompare)$/]',
  'WeChat on Android has no Intl: use @wanli/kernel.',
)
const ENVIRONMENT = syntax(
  "MemberExpression[object.name='process'][property.name='env']",
  'Only config/env.ts reads the environment; inject Env.',
)
const NETWORK = syntax(
  "MemberExpression[object.name='Taro'][property.name=/^(request|uploadFile|downloadFile|connectSocket)$/]",
  'Only shared/http/request.ts talks to the server.',
)
const NETWORK_IMPORT = syntax(
  "ImportDeclaration[source.value='@tarojs/taro'] > ImportSpecifier[imported.name=/^(request|uploadFile|downloadFile|connectSocket)$/]",
  'Only shared/http/request.ts talks to the server.',
)
const CHINESE = [
  'JSXText[value=/\\p{Script=Han}/u]',
  'Literal[value=/\\p{Script=Han}/u]',
  'TemplateElement[value.raw=/\\p{Script=Han}/u]',
].map((selector) => syntax(selector, 'Words live in text.ts.'))
const RUN_TIME = [
  'VariableDeclaration',
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSEnumDeclaration',
  'ExportDefaultDeclaration',
  'ExpressionStatement',
].map((kind) => syntax(`Program ${kind}`, 'Contracts are types: zero bytes at run time.'))
const VIEW_LITERAL = syntax(
  "FunctionDeclaration[id.name=/^to[A-Z]/] ReturnStatement[argument.type!='ObjectExpression']",
  'A view function returns an object literal, so that the compiler finds a missing or a leaked member.',
)

/** Forbidden syntax per kind of file. */
export const syntaxWalls = [
  forbid('contracts', ['libs/contracts/src/**/*.ts'], [], ...RUN_TIME),
  forbid('kernel', ['libs/kernel/src/**/*.ts'], ['**/*.spec.ts'], LOCALE),
  forbid('api', ['apps/api/src/**/*.ts'], ['apps/api/src/config/env.ts'], ENVIRONMENT),
  forbid('views', ['apps/api/src/**/*.view.ts'], [], ENVIRONMENT, VIEW_LITERAL),
  forbid(
    'miniapp',
    ['apps/miniapp/src/**/*.ts'],
    ['apps/miniapp/src/shared/http/request.ts'],
    LOCALE,
    NETWORK,
    NETWORK_IMPORT,
  ),
  forbid(
    'miniapp-screens',
    ['apps/miniapp/src/**/*.tsx'],
    ['**/*.spec.tsx'],
    LOCALE,
    NETWORK,
    NETWORK_IMPORT,
    ...CHINESE,
  ),
]

/** Globals that are missing on a phone, or that go round the one door to the server. */
export const globalWalls = [
  {
    name: 'wanli/globals/shared',
    files: ['libs/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Intl',
        'window',
        'document',
        'process',
        'Buffer',
        'fetch',
        'setTimeout',
        'localStorage',
      ],
    },
  },
  {
    name: 'wanli/globals/miniapp',
    files: ['apps/miniapp/src/**/*.{ts,tsx}'],
    // These run in a browser only: on a phone their `.weapp` twins do the same another way.
    ignores: [
      '**/*.spec.{ts,tsx}',
      'apps/miniapp/src/shared/live/hold-stream.ts',
      'apps/miniapp/src/features/people/save-export.ts',
      'apps/miniapp/src/shared/missing-parts.ts',
      'apps/miniapp/src/shared/tab-storage.ts',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        'Intl',
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'localStorage',
        'sessionStorage',
        'URL',
        'URLSearchParams',
        'structuredClone',
      ],
    },
  },
]
