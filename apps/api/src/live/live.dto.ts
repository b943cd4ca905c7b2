import { IsString, MaxLength } from 'class-validator'

import { Optional } from '../common/optional.js'

/** Query of `GET /live/changes`. */
export class LiveChangesQuery {
  @Optional() @IsString() @MaxLength(5_000) after?: string
}
