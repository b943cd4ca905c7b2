import { dishesText, type SizedDish } from './dish-words'

const dish = (name: string, more: Partial<SizedDish> = {}): SizedDish => ({
  name,
  portion: 'whole',
  quantity: 1,
  ...more,
})

describe('the dishes of a meal', () => {
  it('say how large and how many, and nothing where it is one of the usual size', () => {
    expect(dishesText([dish('红烧肉', { portion: 'half' }), dish('炒青菜'), dish('白米饭', { quantity: 2 })])).toBe(
      '红烧肉\u00a0小份、炒青菜、白米饭\u00a0×2',
    )
  })
  it('are said once a size', () => {
    const small = dish('红烧肉', { portion: 'half' })
    expect(dishesText([small, dish('红烧肉'), small])).toBe('红烧肉\u00a0小份\u00a0×2、红烧肉')
  })
})
