/** Status and Chinese sentence of each code of one module; `{name}` in a message is filled from the error's params. */
export type Catalogue<Errors> = {
  readonly [Code in keyof Errors]: {
    readonly status: number
    readonly message: string
  }
}
