export declare class CanteenModule {
}
