/** Flattens an intersection or class to its members, so that shapes can be compared. */
type Flat<T> = T extends readonly (infer Item)[]
  ? Flat<Item>[]
  : T extends object
    ? {
        [Key in keyof T]: Flat<T[Key]>
      }
    : T
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** `true` when a request class and its contract have the very same members, optional ones included. */
export type Exact<Body, Contract> = Same<Flat<Body>, Flat<Contract>>
/** Compile-time proof: `export type XIsExact = Expect<Exact<XBody, XRequest>>` fails to compile when they differ. */
export type Expect<Proof extends true> = Proof
export {}
