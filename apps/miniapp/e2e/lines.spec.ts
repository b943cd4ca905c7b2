import { PHONE_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'), 'all')

const PAGES = [
  'pages/home/index',
  'pages/inbox/index',
  'pages/me/index',
  'features/canteen/pages/menu/index',
  'features/canteen/pages/orders/index',
  'features/delivery/pages/standing/index',
  'features/delivery/pages/addresses/index',
  'features/people/pages/mandates/index?side=principal',
  'features/people/pages/acts/index',
  'features/people/pages/profile/index',
  'features/wallet/pages/statement/index',
]

/** Lines of the page on top that begin or end with a dot between two facts, written or drawn in the place of a space, or begin with a comma. */
function strayMarks(visit: Visit): Promise<string[]> {
  return visit.front.evaluate((page) => {
    const boxOf = (node: Node, from: number, to: number): DOMRect => {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      return range.getBoundingClientRect()
    }
    const found: string[] = []
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    const pieces: { node: Node; text: string; parent: Element }[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const { parentElement: parent, textContent: text } = node
      if (parent && text && parent.getClientRects().length > 0) pieces.push({ node, text, parent })
    }
    const isDot = ({ text, parent }: { text: string; parent: Element }): boolean =>
      text === ' ' && getComputedStyle(parent).backgroundImage !== 'none'
    pieces.forEach((piece, place) => {
      const { node, text } = piece
      for (let at = text.indexOf('·'); at >= 0; at = text.indexOf('·', at + 1)) {
        const here = boxOf(node, at, at + 1)
        const before = boxOf(node, 0, text.slice(0, at).trimEnd().length)
        const tail = text.slice(at + 1)
        const next = at + 1 + tail.length - tail.trimStart().length
        // The next fact is another element's: it is looked at by itself.
        const after = next < text.length ? boxOf(node, next, next + 1) : here
        if (before.bottom < here.bottom - 4 || after.top > here.top + 4) found.push(text)
      }
      for (const mark of text.matchAll(/(?<=\S)[，。、；：）]/g)) {
        const [before, here] = [boxOf(node, mark.index - 1, mark.index), boxOf(node, mark.index, mark.index + 1)]
        if (here.top > before.top + 4) found.push(text)
      }
      if (!isDot(piece)) return
      const [left, right] = [pieces[place - 1], pieces[place + 1]]
      const here = piece.parent.getBoundingClientRect()
      if (!left || !right || here.width < 1) return
      const before = boxOf(left.node, left.text.length - 1, left.text.length)
      const after = boxOf(right.node, 0, 1)
      if (Math.abs(before.top - after.top) > 4) found.push(left.text + text + right.text)
    })
    return found
  })
}

it.each([390, 320])(
  'begins and ends no line with a dot, and begins none with a comma, in the care mode, %i px wide',
  async (width) => {
    const visit = await stage.visit({ screen: { ...PHONE_SCREEN, viewport: { width, height: 844 } } })
    await visit.signInAs('陈阿婆')
    const found: Record<string, string[]> = {}
    for (const route of PAGES) {
      await visit.open(route)
      await visit.settled()
      const marks = await strayMarks(visit)
      if (marks.length > 0) found[route] = marks
    }
    expect(found).toEqual({})
    await visit.leave()
  },
)
