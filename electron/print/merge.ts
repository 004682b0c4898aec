import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fsyncPath } from '../db/safe-copy';

/** Joins the parts of a long print in order. Runs in the worker: a big book takes longer than a frame. */

/**
 * Writes `parts` as one PDF at `path` (`.partial` → fsync → rename → fsync of the folder, trust.md §0.2).
 * Answers its pages, or null when cancelled; then nothing is left behind and an older file is untouched.
 */
export async function mergeTo(
  path: string,
  parts: readonly Uint8Array[],
  onProgress: (done: number, total: number) => void,
  isCancelled: () => boolean,
): Promise<number | null> {
  const whole = await PDFDocument.create();
  whole.setProducer('Deskbook');
  whole.setCreator('Deskbook');
  for (const [index, bytes] of parts.entries()) {
    if (isCancelled()) return null;
    const part = await PDFDocument.load(bytes);
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
    onProgress(index + 1, parts.length);
  }
  const bytes = await whole.save();
  if (isCancelled()) return null;
  saveDurably(path, bytes);
  return whole.getPageCount();
}

function saveDurably(path: string, bytes: Uint8Array): void {
  const partial = `${path}.partial`;
  try {
    const fd = openSync(partial, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(partial, path);
    fsyncPath(dirname(path));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
