import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { BuildFiles } from '../build-files'
import type { Finding } from './finding'

const script = fileURLToPath(new URL('./official-compile.mjs', import.meta.url))

/** What WeChat's own `miniprogram-ci` says of a build: references, schemas, its compile and its code-quality list. Works offline. */
export function checkOfficial(build: BuildFiles): Finding[] {
  const run = spawnSync(process.execPath, [script, build.directory], {
    // The tool leaves empty folders where it runs.
    cwd: tmpdir(),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const complaints = run.stdout.startsWith('[') ? (JSON.parse(run.stdout) as string[]) : [`did not run: ${run.stderr}`]
  return complaints.map((text) => ({ check: 'official', where: '.', text }))
}
