const lines = (count) =>
  Array.from({ length: count }, (_, index) => `export const n${index} = ${index}`).join('\n') + '\n'
const statements = (count) =>
  `export function sample() {\n${Array.from({ length: count }, (_, index) => `  step(${index})`).join('\n')}\n}\nexport const step = (n: number) => n\n`

/** Limits of size; a file of 251 to 400 lines is a warning (a spec from 301 on), above it an error. */
export const sizeCases = [
  {
    wall: 'a file ends at 400 lines',
    file: 'apps/api/src/canteen/sample.ts',
    rule: 'max-lines',
    bad: lines(401),
    good: lines(250),
    also: 'size/long-file',
  },
  {
    wall: 'a file over 250 lines is pointed at',
    file: 'apps/api/src/canteen/sample.ts',
    rule: 'size/long-file',
    bad: lines(251),
    good: lines(250),
  },
  {
    wall: 'a spec over 300 lines is pointed at',
    file: 'apps/api/test/canteen/sample.api-spec.ts',
    rule: 'size/long-file',
    bad: lines(301),
    good: lines(300),
  },
  {
    wall: 'what is one page by nature ends at 400 lines only',
    file: 'apps/api/src/database/migrations/1-sample.ts',
    rule: 'max-lines',
    bad: lines(401),
    good: lines(400),
  },
  {
    wall: 'a function over 60 lines is pointed at',
    file: 'apps/api/src/canteen/sample.ts',
    rule: 'max-lines-per-function',
    bad: statements(61),
    good: statements(50),
  },
]
