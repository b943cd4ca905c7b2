import { DataSource } from 'typeorm'
import type { Env } from '../config/env.js'
/** The data source of a configuration, not yet connected: MySQL or MariaDB by DATABASE_URL, otherwise SQLite in DATA_DIR. */
export declare function createDataSource(env: Pick<Env, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATA_DIR'>): DataSource
