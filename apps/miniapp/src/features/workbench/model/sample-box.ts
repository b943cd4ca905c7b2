import { KITCHEN } from '@wanli/kernel/limits'
import { KITCHEN_TEXT } from '../kitchen-text'

const TEXT = KITCHEN_TEXT.samples

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

/** A box that is being kept, as it was left: `place` is null as long as nobody has said another than where the last box went. */
export interface NewBox {
  grams: string
  place: string | null
  photoId: string | null
}

/** What of two boxes is not the same, by its label. */
export function boxDifferences<Box extends Pick<NewBox, 'grams' | 'place'> & Partial<NewBox>>(
  one: Box,
  other: Box,
): string[] {
  return [
    ...(one.grams.trim() === other.grams.trim() ? [] : [TEXT.grams]),
    ...(one.place?.trim() === other.place?.trim() ? [] : [TEXT.place]),
    ...(one.photoId === other.photoId ? [] : [TEXT.photo]),
  ]
}
