import type { DishKind, OfferView } from '@wanli/contracts/canteen'

/** An offer for tests: ten portions at 10 yuan, 8.50 for the eater, with a small portion at 6 yuan. */
export function anOffer(
  name: string,
  kind: DishKind = '荤',
  facts: Partial<OfferView> & { soft?: boolean; lowSalt?: boolean } = {},
): OfferView {
  const { soft = false, lowSalt = false, ...offer } = facts
  return {
    id: `offer-${name}`,
    dish: {
      id: `dish-${name}`,
      name,
      kind,
      picture: 'dish-11',
      ingredients: [],
      allergens: [],
      nutrition: { kcal: 100, proteinG: 1, fatG: 1, carbohydrateG: 1, sodiumMg: 1 },
      soft,
      lowSalt,
      tags: [],
    },
    listFen: 1000,
    myFen: 850,
    half: { listFen: 600, myFen: 510 },
    left: 10,
    clash: [],
    ...offer,
  }
}
