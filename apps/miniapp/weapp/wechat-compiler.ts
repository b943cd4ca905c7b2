import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const binaries = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', platformFolder())

/** What one of WeChat's own compilers printed. `error` is its first line of complaint, or null when it was content. */
export interface CompilerResult {
  output: string
  error: string | null
}

/**
 * Runs WeChat's markup (`wcc`) or style (`wcsc`) compiler inside `directory`.
 * Throws when the binary itself cannot be started.
 */
export function runCompiler(name: 'wcc' | 'wcsc', directory: string, args: string[]): CompilerResult {
  const binary = join(binaries, name)
  // npm does not keep the executable bit of these files.
  chmodSync(binary, 0o755)
  const run = spawnSync(binary, args, { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error) throw run.error
  return { output: run.stdout, error: run.status === 0 ? null : firstLine(run.stderr || run.stdout || 'failed') }
}

/** Arguments that compile every template of a build into one function called `$gwx`. Scripts inside templates come first. */
export function markupArguments(files: string[]): string[] {
  const local = (ending: string) => files.filter((file) => file.endsWith(ending)).map((file) => `./${file}`)
  return ['-d', ...local('.wxs'), ...local('.wxml'), '-gn', '$gwx']
}

/** Arguments that compile one style sheet; the others follow it, because it may import them. */
export function styleArguments(path: string, files: string[]): string[] {
  const others = files.filter((file) => file.endsWith('.wxss') && file !== path)
  return [path, ...others].map((file) => `./${file}`)
}

function platformFolder(): string {
  if (process.platform === 'darwin') return 'mac'
  return process.platform === 'win32' ? 'windows' : 'linux'
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
