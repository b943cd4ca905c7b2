import type { BuildFiles } from '../build-files'
import { markupArguments, runCompiler, styleArguments } from '../wechat-compiler'
import type { Device, PackedBuild, PageConfig } from './runtime/protocol'

/** Compiles a weapp build with WeChat's own compilers into what the emulator runs. Throws on the first thing they refuse. */
export function packBuild(build: BuildFiles, theme: Device['theme']): PackedBuild {
  const configs = build.ending('.json').filter((path) => path !== 'app.json')
  return {
    manifest: build.manifestIn(theme),
    pageConfigs: Object.fromEntries(
      configs.map((path) => [path.replace(/\.json$/, ''), build.json(path) as PageConfig]),
    ),
    scripts: Object.fromEntries(build.ending('.js').map((path) => [path, build.text(path)])),
    styles: Object.fromEntries(build.ending('.wxss').map((path) => [path, styleOf(build, path)])),
    markup: compiled(runCompiler('wcc', build.directory, markupArguments(build.paths))),
  }
}

function styleOf(build: BuildFiles, path: string): string {
  if (build.bytes(path) === 0) return ''
  return (
    compiled(runCompiler('wcsc', build.directory, styleArguments(path, build.paths)))
      // Marks where a component's own classes would get a suffix.
      .replace(/%%HERESUFFIX%%/g, '')
      .replace(/%%\?(-?[\d.]+)rpx\?%%/g, (_, length: string) => `calc(100vw*${length}/750)`)
  )
}

function compiled({ output, error }: { output: string; error: string | null }): string {
  if (error !== null) throw new Error(error)
  return output
}
