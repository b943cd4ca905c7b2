import { IsString, IsUUID, Matches, MaxLength } from 'class-validator'

/** Params of `GET /uploads/:id`. */
export class UploadParams {
  @IsUUID() id: string
}

/** What signs a link: its last second (Unix time) and the signature over id and second. */
export class LinkQuery {
  @IsString() @Matches(/^\d{1,12}$/) until: string
  @IsString() @MaxLength(100) signature: string
}
