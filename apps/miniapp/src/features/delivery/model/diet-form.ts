import type { DietView } from '@wanli/contracts/meals'

/** What is chosen on the page of a diet and not saved yet; `other` is what stands in the field. */
export interface DietForm {
  diet: DietView
  other: string
}

/** Nothing that somebody does not eat. */
export const NO_DIET: DietView = { avoid: [], lowSalt: false, soft: false }

/** The form with one thing switched. */
export function withFood({ diet, other }: DietForm, what: string): DietForm {
  const { avoid } = diet
  return {
    diet: { ...diet, avoid: avoid.includes(what) ? avoid.filter((one) => one !== what) : [...avoid, what] },
    other,
  }
}

/** What is saved. What stands in the field counts too: somebody who typed 羊肉 and saved does not eat it. */
export function dietOf({ diet, other }: DietForm): DietView {
  const word = other.trim()
  return word === '' || diet.avoid.includes(word) ? diet : { ...diet, avoid: [...diet.avoid, word] }
}

/** Whether two diets are the same, in whatever order things are named. */
export function isSameDiet(one: DietView, other: DietView): boolean {
  const named = ({ avoid }: DietView): string => [...avoid].sort().join('、')
  return named(one) === named(other) && one.lowSalt === other.lowSalt && one.soft === other.soft
}
