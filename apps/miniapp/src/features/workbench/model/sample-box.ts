import { KITCHEN } from '@wanli/kernel/limits'

/** A box of a sample as it is typed. */
export interface TypedBox {
  grams: string
  place: string
}

/** What is typed of a box, as it is sent; what is wrong of it is null. */
export function boxOf({ grams, place }: TypedBox): { grams: number | null; place: string | null } {
  const weight = /^\d{1,4}$/.test(grams.trim()) ? Number(grams) : 0
  return {
    grams: weight < KITCHEN.sampleGrams || weight > KITCHEN.maxSampleGrams ? null : weight,
    place: place.trim() || null,
  }
}
