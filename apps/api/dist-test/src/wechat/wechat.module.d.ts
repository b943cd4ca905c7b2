export declare class WechatModule {}
