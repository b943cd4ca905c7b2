import type { BuildFiles } from '../build-files'
import { markupArguments, runCompiler, styleArguments } from '../wechat-compiler'
import type { Finding } from './finding'

/** Templates and style sheets through WeChat's own compilers: `miniprogram-ci` lets broken ones pass. */
export function checkMarkup(build: BuildFiles): Finding[] {
  const findings: Finding[] = []
  const markup = runCompiler('wcc', build.directory, markupArguments(build.paths))
  if (markup.error !== null) findings.push({ check: 'markup', where: '.', text: markup.error })
  for (const path of build.ending('.wxss').filter((sheet) => build.bytes(sheet) > 0)) {
    const { error } = runCompiler('wcsc', build.directory, ['-lc', ...styleArguments(path, build.paths)])
    if (error !== null) findings.push({ check: 'style', where: path, text: error })
  }
  return findings
}
