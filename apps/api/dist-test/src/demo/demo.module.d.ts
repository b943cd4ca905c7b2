export declare class DemoModule {}
