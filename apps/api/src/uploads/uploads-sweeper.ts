import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'

import { PicturesService } from './pictures.service.js'
import { UploadsService } from './uploads.service.js'

const EVERY_MS = 10 * 60_000

/** Every ten minutes: files of removed pictures go, and WeChat is asked again about those it did not answer for. */
@Injectable()
export class UploadsSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(UploadsSweeper.name)
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly uploads: UploadsService,
    private readonly pictures: PicturesService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const work of [this.uploads.sweep(), this.pictures.askAgain()])
        work.catch((error: unknown) => this.log.error(error))
    }, EVERY_MS)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }
}
