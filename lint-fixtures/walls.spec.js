import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { literalStyles } from '../lint/style-literals.js'
import { apiCases } from './cases/api.js'
import { libCases } from './cases/libs.js'
import { miniappCases } from './cases/miniapp.js'
import { sizeCases } from './cases/sizes.js'

const root = join(import.meta.dirname, '..')

// The snippets lie in no file, so no TypeScript program knows them: the rules that need types are left out here and
// proved by the type-checked lint of the repository itself.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { projectService: false, program: null, project: null } },
    },
  ],
})

const rulesBrokenBy = async (text, file) => {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) })
  return [...new Set(result.messages.map((message) => message.ruleId ?? message.message))].sort()
}

for (const { wall, file, rule, bad, good, also } of [...libCases, ...apiCases, ...miniappCases, ...sizeCases]) {
  if (bad !== null) {
    test(`refused: the opposite of "${wall}"`, async () => {
      assert.deepEqual(await rulesBrokenBy(bad, file), [rule, also].filter(Boolean).sort())
    })
  }
  test(`allowed: ${wall}`, async () => {
    assert.deepEqual(await rulesBrokenBy(good, file), [])
  })
}

for (const [area, folder] of [
  ['API module', 'apps/api/src'],
  ['feature', 'apps/miniapp/src/features'],
]) {
  test(`every ${area} that exists stands behind a wall`, async () => {
    const names = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    assert.ok(names.length > 0)
    for (const { name } of names.filter((entry) => entry.name !== 'demo')) {
      const config = await eslint.calculateConfigForFile(join(root, folder, name, 'sample.ts'))
      const [, { zones }] = config.rules['import-x/no-restricted-paths']
      assert.ok(
        zones.some((zone) => zone.target === join(root, folder, name)),
        `${folder}/${name} has no wall`,
      )
    }
  })
}

test('a literal colour or a px font size outside the token file is found', () => {
  assert.deepEqual(
    literalStyles(
      '.a { color: #0b7a5c; }\n.b { background: rgb(0 0 0 / 50%) }\n.c { font-size: 15px }\n.d { color: white }\n',
    ).map(({ line }) => line),
    [1, 2, 3, 4],
  )
})

test('tokens, comments and ids are no literal colours', () => {
  assert.deepEqual(
    literalStyles(
      '// #fff is the paper\n/* color: #fff */\n.a { color: var(--c-ink); font-size: var(--fs-15); border-color: transparent }\n#add { top: 0 }\n',
    ),
    [],
  )
})

test('the token file, where literals belong, exists', () => {
  assert.ok(existsSync(join(root, 'apps/miniapp/src/shared/theme/tokens.scss')))
})
