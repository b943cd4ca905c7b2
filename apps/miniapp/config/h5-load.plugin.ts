import { createHash } from 'node:crypto'
import { constants } from 'node:zlib'
import { Compilation, sources, type Compiler } from 'webpack'

/** Chunks that every page needs and that the app asks for only once it runs. */
const NEEDED_AT_ONCE = ['shared']
/** A page's own chunks begin at an import of `./src/<route>`, or of the route alone, as Taro writes it. */
const ROUTE = /(?:pages|features)\/.+\/index$/
const HOME = 'pages/home/index'

/**
 * Lets `index.html` name what every page needs, and a small script ask for what the page of the address needs besides, so that a phone
 * fetches both beside the app instead of after it.
 */
export class PreloadPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('preload', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER - 1
      compilation.hooks.processAssets.tap({ name: 'preload', stage }, () => preload(compilation))
    })
  }
}

function preload(compilation: Compilation): void {
  const shared = NEEDED_AT_ONCE.flatMap((name) => [...(compilation.namedChunks.get(name)?.files ?? [])])
  const links = shared.map(
    (file) => `<link rel="preload" as="${file.endsWith('.css') ? 'style' : 'script'}" href="/${file}">`,
  )
  const pages = filesOfPages(compilation, new Set(shared))
  if (pages[HOME] === undefined) throw new Error(`no chunk begins at ${HOME}: what a page needs was not found`)
  const script = `(${fetchPage.toString()})(${JSON.stringify(pages)},${JSON.stringify(HOME)})`
  const name = `js/page.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`
  compilation.emitAsset(name, new sources.RawSource(script))
  // Not written into the page: its content policy lets no script stand there.
  const head = `</title><script async src="/${name}"></script>${links.join('')}`
  compilation.updateAsset(
    'index.html',
    (html) => new sources.RawSource(String(html.source()).replace('</title>', head)),
  )
}

/** What the page of each route needs besides what every page needs. */
function filesOfPages(compilation: Compilation, known: Set<string>): Record<string, string[]> {
  const pages: Record<string, string[]> = {}
  for (const group of compilation.chunkGroups) {
    const route = group.origins.map(({ request }) => ROUTE.exec(request)?.[0]).find((found) => found !== undefined)
    if (route === undefined) continue
    pages[route] = group.chunks.flatMap((chunk) => [...chunk.files]).filter((file) => !known.has(file))
  }
  return pages
}

/** Runs in the browser before the app does: it stands in a script of its own, and may use nothing from outside itself. */
function fetchPage(pages: Record<string, string[]>, home: string): void {
  const route = window.location.hash.replace(/^#\/?/, '').split('?')[0]
  const files = pages[route === undefined || route === '' ? home : route]
  files?.forEach((file) => {
    const link = document.createElement('link')
    link.rel = 'preload'
    link.as = file.slice(-4) === '.css' ? 'style' : 'script'
    link.href = `/${file}`
    document.head.appendChild(link)
  })
}

/** Scripts and styles are packed as small as they get, once; the server sends them to whoever understands Brotli. */
export const BROTLI = {
  algorithm: 'brotliCompress',
  filename: '[path][base].br',
  test: /\.(js|css)$/,
  threshold: 1_024,
  compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } },
}
