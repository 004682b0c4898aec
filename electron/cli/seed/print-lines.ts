import { markOf } from '../../db/anchors';
import type { Facts } from '../../db/journal';
import type { PrintFacts } from '../../papers/copies';

/** A slip or a bag label printed on paper, as the journal notes it on its entry (electron/papers/copies.ts). */
export function slipPrinted(form: 'F02' | 'label', copy: number, head: { seq: number; hash: string }): Facts {
  const facts: PrintFacts = {
    form,
    copy,
    pages: 1,
    pageFrom: 1,
    pageTo: 1,
    to: 'printer',
    chainMark: markOf(head),
    lang: 'zh-CN',
  };
  return { kind: 'PRINT', facts: { ...facts } };
}
