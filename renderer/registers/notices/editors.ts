import { NOTICE_KINDS, NOTICE_MEDIA } from '../../../shared/registers/notices.row';
import { DAY, type Editor } from '../../book/editors';

/** Fields several forms of the notice book share: what is approved is typed the same way everywhere. */
export const KIND: Editor = { kind: 'choice', group: 'notices:kind', codes: NOTICE_KINDS };
export const REASON: Editor = { kind: 'longText', max: 200 };
export const NOTE: Editor = { kind: 'longText', max: 300 };

/** What is approved, in the order of F34. */
export const WORDING = [
  { name: 'title', editor: { kind: 'text', max: 60 } as Editor, required: true },
  { name: 'body', editor: { kind: 'longText', max: 1200 } as Editor, required: true },
  {
    name: 'medium',
    editor: { kind: 'choice', group: 'notices:medium', codes: NOTICE_MEDIA } as Editor,
    required: true,
  },
  { name: 'place', editor: { kind: 'text', max: 100 } as Editor, required: true },
  { name: 'fromOn', editor: DAY, required: true },
  { name: 'toOn', editor: DAY, required: true },
] as const;
export const PLAYS = { name: 'plays', editor: { kind: 'text', max: 60 } as Editor } as const;
