import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { AppManifest } from './app-manifest'

/** Files of a weapp build, read once. Paths are relative and use `/`. */
export class BuildFiles {
  readonly paths: string[]

  constructor(readonly directory: string) {
    this.paths = readdirSync(directory, { recursive: true })
      .map((path) => String(path).split(sep).join('/'))
      .filter((path) => statSync(join(directory, path)).isFile())
      .sort()
  }

  /** Paths that end with `ending`, for example `.js`. */
  ending(ending: string): string[] {
    return this.paths.filter((path) => path.endsWith(ending))
  }

  text(path: string): string {
    return readFileSync(join(this.directory, path), 'utf8')
  }

  bytes(path: string): number {
    return statSync(join(this.directory, path)).size
  }

  json(path: string): unknown {
    return JSON.parse(this.text(path))
  }

  /** `app.json` as the phone reads it in daylight. */
  get manifest(): AppManifest {
    return this.manifestIn('light')
  }

  /** `app.json` with the variables of its theme file (`@name`) filled in. An unknown variable stays as it is. */
  manifestIn(theme: 'light' | 'dark'): AppManifest {
    const { themeLocation } = this.json('app.json') as { themeLocation?: string }
    const values =
      themeLocation === undefined ? {} : (this.json(themeLocation) as Record<string, Record<string, string>>)[theme]
    const text = this.text('app.json').replace(/"@(\w+)"/g, (written, name: string) =>
      JSON.stringify(values?.[name] ?? written.slice(1, -1)),
    )
    return JSON.parse(text) as AppManifest
  }
}
