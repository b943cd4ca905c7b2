import type { OrderReviewsView, ReviewRequest, ReviewTag } from '@wanli/contracts/reviews'

/** What is said of one dish; no stars yet: it is left out. */
export interface Said {
  stars: number
  tags: ReviewTag[]
  text: string
}

/** What is said of the dishes of an order, by line. */
export type ReviewForm = Readonly<Record<string, Said>>

const NOTHING: Said = { stars: 0, tags: [], text: '' }

/** What praises and what blames: offered by the stars that were given. */
const GOOD: readonly ReviewTag[] = ['好吃', '软硬正好', '热乎']
const BAD: readonly ReviewTag[] = ['咸了', '淡了', '油了', '太硬', '量少', '凉了']

/** Words that go with so many stars: praise from four on, blame up to three. */
export const tagsFor = (stars: number): readonly ReviewTag[] => (stars === 0 ? [] : stars >= 4 ? GOOD : BAD)

/** What is said of a line so far. */
export const saidOf = (form: ReviewForm, lineId: string): Said => form[lineId] ?? NOTHING

/** Gives stars; words that do not go with them are taken back. */
export function withStars(form: ReviewForm, lineId: string, stars: number): ReviewForm {
  const said = saidOf(form, lineId)
  const fitting = tagsFor(stars)
  return { ...form, [lineId]: { ...said, stars, tags: said.tags.filter((tag) => fitting.includes(tag)) } }
}

/** Says a word, or takes it back. */
export function withTag(form: ReviewForm, lineId: string, tag: ReviewTag): ReviewForm {
  const said = saidOf(form, lineId)
  const tags = said.tags.includes(tag) ? said.tags.filter((one) => one !== tag) : [...said.tags, tag]
  return { ...form, [lineId]: { ...said, tags } }
}

/** Writes something. */
export const withText = (form: ReviewForm, lineId: string, text: string): ReviewForm => ({
  ...form,
  [lineId]: { ...saidOf(form, lineId), text },
})

/** What is sent: dishes that have stars. */
export function reviewsOf(form: ReviewForm): ReviewRequest[] {
  return Object.entries(form)
    .filter(([, { stars }]) => stars > 0)
    .map(([lineId, { stars, tags, text }]) => ({
      lineId,
      stars,
      tags,
      ...(text.trim() === '' ? {} : { text: text.trim() }),
    }))
}

/** Whether something of an order can still be rated. */
export const mayRate = (view: OrderReviewsView): boolean =>
  view.open && view.lines.some(({ review }) => review === null)
