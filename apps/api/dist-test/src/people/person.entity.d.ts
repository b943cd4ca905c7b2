import type { Face } from '@wanli/contracts/people'
/** A person with an account, or known to a desk. */
export declare class Person {
  id: string
  name: string
  face: Face
  estate: string | null
  elderMode: boolean
  createdAt: Date
}
