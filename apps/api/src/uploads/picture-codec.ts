/*
 * What must never happen: a file of a stranger passed on as it came, with a place or a camera's number in it, or with something
 * that is no picture. `reencode` decodes it and writes new bytes; nothing else of the file is kept.
 */
import { UPLOADS } from '@wanli/kernel/limits'
import sharp, { type Sharp } from 'sharp'

import { DomainError } from '../common/domain-error.js'

/** A picture as it is kept: JPEG, upright, without metadata. */
export interface Picture {
  bytes: Buffer
  width: number
  height: number
}

/** What is told apart by content; HEIF holds AVIF, and HEIC only where the codec is built in. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif'])
const QUALITY = 82
const PAPER = '#ffffff'

/**
 * Decodes a file and writes it again: the longest edge at most 1,600 pixels, turned as its EXIF says, the EXIF left out. A file
 * that claims more than fifty million pixels is not decoded. Throws `uploads.not_a_picture` (415).
 */
export async function reencode(file: Buffer): Promise<Picture> {
  try {
    const { format } = await open(file).metadata()
    if (!FORMATS.has(format)) throw new DomainError('uploads.not_a_picture')
    const { data, info } = await open(file)
      .autoOrient()
      .resize({ width: UPLOADS.maxEdge, height: UPLOADS.maxEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: PAPER })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    // Whatever the decoder says, it is about a file that somebody sent.
    throw new DomainError('uploads.not_a_picture')
  }
}

const open = (file: Buffer): Sharp => sharp(file, { limitInputPixels: UPLOADS.maxPixels, failOn: 'error' })
