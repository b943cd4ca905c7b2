import { readFileSync } from 'node:fs'

// Prints "<passed> <failed>" for the log of a test run: the summaries of Jest and of node:test. A test that was skipped or is
// still to be written has not been run, so it counts as failed.
const log = readFileSync(process.argv[2], 'utf8').replaceAll(/\u001b\[[\d;]*m/g, '')
const sum = (pattern) => [...log.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0)
const jest = [...log.matchAll(/^\s*Tests:\s+(.*)$/gm)].map(([, line]) => line).join('\n')
const sumOf = (word) =>
  [...jest.matchAll(new RegExp(`(\\d+) ${word}`, 'g'))].reduce((total, [, count]) => total + Number(count), 0)

const passed = sumOf('passed') + sum(/^(?:# |ℹ )pass (\d+)$/gm)
const failed =
  sumOf('failed') + sumOf('skipped') + sumOf('todo') + sum(/^(?:# |ℹ )(?:fail|cancelled|skipped|todo) (\d+)$/gm)
console.log(`${passed} ${failed}`)
