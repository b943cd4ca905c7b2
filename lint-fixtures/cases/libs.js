/** Walls of the shared libs: a bad snippet breaks exactly `rule`, its good twin nothing. */
export const libCases = [
  {
    wall: 'contracts import no package',
    file: 'libs/contracts/src/sample.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    bad: `import type { Observable } from 'rxjs'\nexport interface Sample { a: Observable<string> }\n`,
    good: `import type { Page } from './page.js'\nexport interface Sample { a: Page<string> }\n`,
  },
  {
    wall: 'contracts hold nothing at run time',
    file: 'libs/contracts/src/sample.ts',
    rule: 'no-restricted-syntax',
    bad: `export const limit = 3\n`,
    good: `export type Limit = 3\n`,
  },
  {
    wall: 'contracts import types as types',
    file: 'libs/contracts/src/sample.ts',
    rule: '@typescript-eslint/consistent-type-imports',
    bad: `import { Page } from './page.js'\nexport type Sample = Page<string>\n`,
    good: `import type { Page } from './page.js'\nexport type Sample = Page<string>\n`,
  },
  {
    wall: 'the kernel imports nothing',
    file: 'libs/kernel/src/sample.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    bad: `import { sep } from 'node:path'\nexport const sample = sep\n`,
    good: `import { yuan } from './money.js'\nexport const sample = yuan\n`,
  },
  {
    wall: 'the kernel formats without Intl',
    file: 'libs/kernel/src/sample.ts',
    rule: 'no-restricted-globals',
    bad: `export const sample = new Intl.NumberFormat('zh-CN')\n`,
    good: `export const sample = (amount: number) => String(amount)\n`,
  },
  {
    wall: 'the kernel formats dates without the locale',
    file: 'libs/kernel/src/sample.ts',
    rule: 'no-restricted-syntax',
    bad: `export const sample = (at: Date) => at.toLocaleDateString()\n`,
    good: `export const sample = (at: Date) => at.toISOString()\n`,
  },
  {
    wall: 'libs do not depend on an app by a path',
    file: 'libs/kernel/src/sample.ts',
    rule: '@typescript-eslint/no-restricted-imports',
    bad: `import { sample as other } from '../../../apps/api/src/common/clock.js'\nexport const sample = other\n`,
    good: `import { sample as other } from './limits.js'\nexport const sample = other\n`,
    also: '@nx/enforce-module-boundaries',
  },
]
