import { constants } from 'node:zlib'
import { Compilation, sources, type Compiler } from 'webpack'

/** Chunks that every page needs and that the app asks for only once it runs. */
const NEEDED_AT_ONCE = ['shared']

/** Lets `index.html` name what every page needs, so that a phone fetches it beside the app instead of after it. */
export class PreloadPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('preload', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER - 1
      compilation.hooks.processAssets.tap({ name: 'preload', stage }, () => preload(compilation))
    })
  }
}

function preload(compilation: Compilation): void {
  const files = NEEDED_AT_ONCE.flatMap((name) => [...(compilation.namedChunks.get(name)?.files ?? [])])
  const links = files.map(
    (file) => `<link rel="preload" as="${file.endsWith('.css') ? 'style' : 'script'}" href="/${file}">`,
  )
  compilation.updateAsset(
    'index.html',
    (html) => new sources.RawSource(String(html.source()).replace('</title>', `</title>${links.join('')}`)),
  )
}

/** Scripts and styles are packed as small as they get, once; the server sends them to whoever understands Brotli. */
export const BROTLI = {
  algorithm: 'brotliCompress',
  filename: '[path][base].br',
  test: /\.(js|css)$/,
  threshold: 1_024,
  compressionOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } },
}
