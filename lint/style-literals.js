const NAMED = 'white|black|red|green|blue|gray|grey|orange|yellow|purple|pink|brown|silver|gold|teal|navy'
const COLOUR = new RegExp(`#[0-9a-f]{3,8}\\b|\\b(?:rgb|rgba|hsl|hsla|oklch|lab)\\(|\\b(?:${NAMED})\\b`, 'i')
const PROPERTY = /([a-z-]+)\s*:\s*([^;{}]+)/gi

const withoutComments = (scss) =>
  scss.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/[^\n]*/g, '$1')

/**
 * Literal colours and font sizes in one stylesheet. Dark and elder mode work because such values stand in the token file alone.
 * @returns one entry per finding: line (from 1) and the declaration
 */
export const literalStyles = (scss) => {
  const findings = []
  for (const [index, line] of withoutComments(scss).split('\n').entries()) {
    for (const [declaration, property, value] of line.matchAll(PROPERTY)) {
      // `var(--c-white)` names a token; url(...) may hold an encoded picture.
      const plain = value.replace(/var\([^)]*\)|url\([^)]*\)/g, '')
      const literalSize = /^font(-size)?$/.test(property) && /\d(px|rpx|rem|em|pt)\b/.test(plain)
      if (literalSize || COLOUR.test(plain)) findings.push({ line: index + 1, declaration: declaration.trim() })
    }
  }
  return findings
}
