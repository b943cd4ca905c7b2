/** What the owner would call the device of a user agent string: `苹果手机`; `其他设备` when it is not known. */
export declare function deviceName(userAgent: string | undefined): string
