import { reviewsOf, tagsFor, withStars, withTag, withText } from './review-form'

it('sends dishes that have stars, with their words', () => {
  let form = withText(withTag(withStars({}, 'fish', 5), 'fish', '好吃'), 'fish', ' 真鲜 ')
  form = withText(form, 'rice', '没给分')
  expect(reviewsOf(form)).toEqual([{ lineId: 'fish', stars: 5, tags: ['好吃'], text: '真鲜' }])
})

it('takes words back that do not go with the stars any more', () => {
  const form = withStars(withTag(withStars({}, 'fish', 2), 'fish', '咸了'), 'fish', 5)
  expect(form['fish']).toEqual({ stars: 5, tags: [], text: '' })
  expect([tagsFor(0).length, tagsFor(4).includes('好吃'), tagsFor(3).includes('咸了')]).toEqual([0, true, true])
})

it('takes a word back on the second tap', () => {
  const once = withTag(withStars({}, 'fish', 2), 'fish', '量少')
  expect(withTag(once, 'fish', '量少')['fish']?.tags).toEqual([])
})
