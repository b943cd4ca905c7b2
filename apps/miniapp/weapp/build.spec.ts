import { fileURLToPath } from 'node:url'
import { BuildFiles } from './build-files'
import { passGate } from './gate/gate'

it('builds a mini-program that neither a phone nor a review would refuse', () => {
  expect(passGate(new BuildFiles(fileURLToPath(new URL('../dist/weapp', import.meta.url))))).toEqual([])
})
