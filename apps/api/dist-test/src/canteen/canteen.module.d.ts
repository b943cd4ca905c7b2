export declare class CanteenModule {}
