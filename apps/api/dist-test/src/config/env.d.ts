/** Configuration of the process, read once from the environment. Injected as itself; nothing else reads `process.env`. */
export declare class Env {
  /** TCP port of the one server: API and app. */
  PORT: number
  /** Address to listen on; a container sets 0.0.0.0. */
  HOST: string
  /** Folder of the embedded database and of the secrets made for the demo. */
  DATA_DIR: string
  /** `mysql://…` or `mariadb://…`; missing means SQLite in DATA_DIR. */
  DATABASE_URL?: string
  /** Connections to MySQL or MariaDB. */
  DATABASE_POOL: number
  /** Invented people, menus and sign-in without a password. */
  DEMO: boolean
  /** The second word that allows DEMO together with NODE_ENV=production. */
  DEMO_IN_PRODUCTION: boolean
  NODE_ENV: string
  /** Secret that signs access tokens, at least 32 characters; made and kept in DATA_DIR when in demo. */
  TOKEN_SECRET?: string
  /** Where people reach this server, for links. */
  PUBLIC_URL?: string
  /** Folder of the built H5 app; missing means the one beside this package. */
  WEB_ROOT?: string
  /** Demo and tests only: the server's clock starts at this instant and runs on. */
  CLOCK_START?: string
  /** Requests a minute for one signed-in person, for one address without a token, and for sign-in from one address. */
  RATE_PERSON: number
  RATE_ADDRESS: number
  RATE_SIGN_IN: number
  /** WeChat's server API; missing id or secret turns WeChat sign-in off outside the demo. */
  WECHAT_API_BASE: string
  WECHAT_APP_ID?: string
  WECHAT_APP_SECRET?: string
  /** `fatal` … `trace`, or `silent`. */
  LOG_LEVEL: string
}
/** Thrown by {@link loadEnv}; the message names every wrong variable at once, one a line. */
export declare class EnvError extends Error {}
/**
 * Reads and checks the configuration. Throws {@link EnvError} that names every wrong variable; makes DATA_DIR and,
 * in the demo, a token secret kept there.
 */
export declare function loadEnv(source?: NodeJS.ProcessEnv): Env
