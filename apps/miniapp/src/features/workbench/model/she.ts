import type { Face } from '@wanli/contracts/people'

const HER: readonly Face[] = ['old-woman', 'woman', 'cook']
const HIM: readonly Face[] = ['old-man', 'man', 'rider', 'builder']

/** How one speaks of somebody with this face. */
export function pronounOf(face: Face): 'her' | 'him' | 'them' {
  if (HER.includes(face)) return 'her'
  return HIM.includes(face) ? 'him' : 'them'
}
