/** Where the API is: empty on H5 (same origin), an https origin on weapp. Set by `config/index.ts`. */
declare const API_BASE: string

declare module '*.module.scss' {
  const classes: { readonly [key: string]: string }
  export default classes
}

declare module '*.scss'

declare module '*.svg' {
  const url: string
  export default url
}

declare module '*.png' {
  const url: string
  export default url
}
