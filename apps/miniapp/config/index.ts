// Type-only: importing `defineConfig` as a value loads Taro's native binding, which a clean machine may lack.
import type { UserConfigExport } from '@tarojs/cli'
import CompressionPlugin from 'compression-webpack-plugin'
import { resolve } from 'node:path'
import { ProvidePlugin } from 'webpack'
import { BROTLI, PreloadPlugin } from './h5-load.plugin'

const onH5 = process.env.TARO_ENV === 'h5'
const root = resolve(__dirname, '../../..')
const kernel = resolve(root, 'libs/kernel/src')
const contracts = resolve(root, 'libs/contracts/src')

/** Code outside `src` that is written for newer engines than the phones we serve. Strings and functions only: Taro ignores a RegExp. */
const transpile = [kernel, (file: string): boolean => /node_modules[\\/](@tanstack|qr)[\\/]/.test(file)]

/** The H5 app is served by the API itself, so its calls stay on its own origin. */
const apiBase = onH5 ? '' : (process.env.TARO_APP_API_BASE ?? 'https://wanli.example.com')

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[name]-[local]-[hash:base64:4]' },
}

/** H5 loads pictures by name beside the app. */
const h5Pictures = { from: 'src/pictures/', to: 'dist/h5/pictures/', ignore: ['**/*.ts', '**/*.md'] }

/** What puts the app on the home screen of a phone, or of the kitchen's tablet. */
const h5Install = { from: 'src/install/', to: 'dist/h5/' }

/** `theme.json` names the tab icons of both themes, where Taro does not look for files to carry along. */
const weappTabIcons = { from: 'src/assets/tabs/', to: 'dist/weapp/assets/tabs/' }

/** Sizes are written in px at a 390-wide screen and stay px on both targets: see docs/decisions/0009. */
const postcss = { pxtransform: { enable: false, config: {} }, cssModules }

const config: UserConfigExport = {
  projectName: 'wanli',
  date: '2026-11-23',
  designWidth: 390,
  deviceRatio: { 390: 750 / 390 },
  sourceRoot: 'src',
  outputRoot: onH5 ? 'dist/h5' : 'dist/weapp',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [resolve(__dirname, 'aria.plugin.ts')],
  copy: { patterns: onH5 ? [h5Pictures, h5Install] : [weappTabIcons], options: {} },
  defineConstants: { API_BASE: JSON.stringify(apiBase) },
  alias: { '@': resolve(__dirname, '../src'), '@wanli/kernel': kernel, '@wanli/contracts': contracts },
  // Class names are unique to their component, so the order of two components' sheets decides nothing.
  mini: {
    compile: { include: transpile },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      // What the query library and the QR encoder take from a browser, and a phone does not have.
      const AbortController = [resolve(__dirname, '../src/shared/http/abort-controller'), 'AbortController']
      const TextEncoder = [resolve(__dirname, '../src/shared/text/text-encoder'), 'TextEncoder']
      chain.plugin('missing-globals').use(ProvidePlugin, [{ AbortController, TextEncoder }])
    },
    postcss,
  },
  h5: {
    compile: { include: transpile },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // What two pages share is loaded once, not packed into each; what only staff's pages share, and the QR encoder, by themselves.
    webpackChain(chain) {
      const once = { chunks: 'async', minChunks: 2, reuseExistingChunk: true }
      const shared = { ...once, name: 'shared', priority: 1 }
      const staff = { ...once, name: 'staff', priority: 2, test: /features[\\/]workbench[\\/]/ }
      const qr = { ...once, name: 'qr', priority: 2, test: /node_modules[\\/]qr[\\/]/ }
      chain.merge({
        optimization: { splitChunks: { cacheGroups: { shared, staff, qr } } },
        performance: { hints: false },
      })
      chain.plugin('preload').use(PreloadPlugin)
      chain.plugin('packed').use(CompressionPlugin, [BROTLI])
    },
    postcss: { autoprefixer: { enable: true, config: {} }, ...postcss },
  },
}

export default config
