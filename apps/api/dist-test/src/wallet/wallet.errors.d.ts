/** Refusals of the wallet. */
export declare const WALLET_ERRORS: {
  readonly 'wallet.insufficient': {
    readonly status: 409
    readonly message: '钱包里还有 ¥{balance}，这次要 ¥{needed}，不够付'
  }
}
