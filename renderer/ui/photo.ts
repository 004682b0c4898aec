import { PHOTO_MAX_BYTES } from '../../shared/registers/attachments';

/** Longest side of a stored photo in px, and how strongly it is compressed. */
const LONGEST = 1600;
const QUALITY = 0.8;

export interface Photo {
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/**
 * Draws any picture anew as a plain JPEG of at most 1600 px: whatever else the file carried (place, camera, scripts)
 * stays behind (trust.md E9). Null when it is no picture or stays too large.
 */
export async function photoOf(source: Blob | HTMLVideoElement): Promise<Photo | null> {
  const bitmap = await createImageBitmap(source).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // Paper white behind transparent pictures.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob || blob.size > PHOTO_MAX_BYTES) return null;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}
