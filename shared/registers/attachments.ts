import { z } from 'zod';
import { command, query } from '../op';
import { sha256 } from '../text';

/** Photos: re-encoded in the page (JPEG, at most 1600 px), stored by content (trust.md B6, E9, F8). */
export const PHOTO_MAX_BYTES = 2_000_000;
export const attachments = {
  /** Stores one JPEG; the answer is its name. The same picture twice is one file. */
  put: command(
    'foundItems.register',
    z.object({
      bytes: z
        .instanceof(Uint8Array)
        .refine((b) => b.byteLength <= PHOTO_MAX_BYTES, { error: 'photo.large' }),
      width: z.number().int().min(1).max(1600),
      height: z.number().int().min(1).max(1600),
    }),
    z.object({ sha256 }),
  ),
  read: query('foundItems.read', z.object({ sha256 }), z.object({ bytes: z.instanceof(Uint8Array) })),
} as const;
