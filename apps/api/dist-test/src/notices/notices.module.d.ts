export declare class NoticesModule {}
