export declare class WalletModule {}
