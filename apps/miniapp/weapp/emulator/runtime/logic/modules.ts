import { packageOf, type AppManifest } from '../../../app-manifest'

type Scope = Record<string, unknown>
interface Module {
  exports: unknown
}

/** Loads the scripts of a build as CommonJS modules, each by its path without `.js`. */
export class Modules {
  private readonly loaded = new Map<string, Module>()
  private current = ''

  constructor(
    private readonly scripts: Record<string, string>,
    private readonly manifest: AppManifest,
    private readonly scope: Scope,
    private readonly hidden: string[],
  ) {}

  /** Path of the module whose top level is running: `Page()` and `Component()` register under it. */
  get running(): string {
    return this.current
  }

  /** Runs a module once and gives its exports. Throws when it does not exist or lies in another sub-package. */
  load(path: string, from = ''): unknown {
    const name = this.scripts[`${path}.js`] === undefined ? `${path}/index` : path
    const known = this.loaded.get(name)
    if (known) return known.exports
    const code = this.scripts[`${name}.js`]
    if (code === undefined) throw new Error(`module '${path}.js' is not defined, require args is '${path}'`)
    this.refuseForeignPackage(name, from)
    return this.run(name, code)
  }

  private run(name: string, code: string): unknown {
    const module: Module = { exports: {} }
    this.loaded.set(name, module)
    const names = ['require', 'module', 'exports', ...Object.keys(this.scope), ...this.hidden]
    const body = new Function(...names, `${code}\n//# sourceURL=package/${name}.js`) as (...values: unknown[]) => void
    const before = this.current
    this.current = name
    try {
      const require = (specifier: string) => this.load(resolve(name, specifier), name)
      body.call(undefined, require, module, module.exports, ...Object.values(this.scope))
    } finally {
      this.current = before
    }
    return module.exports
  }

  private refuseForeignPackage(name: string, from: string): void {
    const target = packageOf(this.manifest, name)
    if (from !== '' && target !== null && target !== packageOf(this.manifest, from)) {
      throw new Error(`module '${name}.js' lies in sub-package ${target}, which ${from}.js cannot require`)
    }
  }
}

function resolve(from: string, specifier: string): string {
  const path = specifier.replace(/\.js$/, '')
  if (!path.startsWith('.')) return path.replace(/^\//, '')
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
