export declare class DemoModule {
}
