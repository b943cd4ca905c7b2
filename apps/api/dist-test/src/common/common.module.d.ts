/** What every module stands on. Guards run in this order: who is it, then how often. */
export declare class CommonModule {}
