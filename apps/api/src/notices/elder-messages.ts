import { Injectable, Logger } from '@nestjs/common'

/** A message by SMS or read out by a call. `key` is the same for every attempt: the provider must send it once. */
export interface ElderMessage {
  key: string
  personId: string
  text: string
}

/** How elders without WeChat are reached. A provider of SMS or calls is one class that extends this. */
export abstract class ElderMessages {
  abstract readonly channel: 'sms' | 'voice'
  /** Sends; throws when it should be tried again. */
  abstract send(message: ElderMessage): Promise<void>
}

/** Stands where a provider will: a line in the log with nothing of what it says and to whom. */
@Injectable()
export class LoggedElderMessages extends ElderMessages {
  readonly channel = 'sms'
  private readonly lines = new Logger(LoggedElderMessages.name)

  async send({ key, text }: ElderMessage): Promise<void> {
    this.lines.log(`message ${key} of ${Array.from(text).length} characters would be sent`)
    await Promise.resolve()
  }
}
