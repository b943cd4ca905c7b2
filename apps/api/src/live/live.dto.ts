import { IsOptional, IsString, MaxLength } from 'class-validator'

/** Query of `GET /live/changes`. */
export class LiveChangesQuery {
  @IsOptional() @IsString() @MaxLength(5_000) after?: string
}
