import { SIGNED_PAPER_NEEDS } from '../../../shared/registers/signed-papers';
import type { SignedPaperLine } from '../../../shared/registers/signed-papers.row';
import type { Book, NeedCounts } from '../../book/book';
import type { Tone } from '../../ui/StateMark';

/** 签收单据 (desk-practice.md §3.6). */
export const SIGNED_PAPERS: Book = { register: 'signedPapers', ns: 'signed-papers' };

/** The counts on top of the book and on the Today board. */
export const SIGNED_PAPER_COUNTS: NeedCounts = {
  book: SIGNED_PAPERS,
  op: 'signedPapers.counts',
  needs: SIGNED_PAPER_NEEDS,
  late: ['late'],
  quiet: ['out'],
};

export function paperTone({ state, late }: SignedPaperLine): Tone {
  if (state === 'filed') return 'done';
  if (state === 'missing') return 'missing';
  return late ? 'late' : 'waiting';
}
