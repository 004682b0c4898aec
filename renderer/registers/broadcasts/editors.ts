import { BROADCAST_KINDS, BROADCAST_PURPOSES } from '../../../shared/registers/broadcasts.row';
import { COUNT, type Editor } from '../../book/editors';

/** Fields several forms of the broadcast book share. */
export const REASON: Editor = { kind: 'longText', max: 200 };
export const NOTE: Editor = { kind: 'longText', max: 300 };
export const NAME: Editor = { kind: 'text', max: 40 };
/** A time to come, no moment that has just been. */
const LATER: Editor = { kind: 'time', later: true };
export const PURPOSE: Editor = { kind: 'choice', group: 'broadcasts:purpose', codes: BROADCAST_PURPOSES };

/** A request in the order of F37. */
export const REQUEST = [
  {
    name: 'kind',
    editor: { kind: 'choice', group: 'broadcasts:kind', codes: BROADCAST_KINDS } as Editor,
    required: true,
    first: 'temporary',
  },
  { name: 'purpose', editor: PURPOSE, required: true },
  { name: 'summary', editor: { kind: 'text', max: 60 } as Editor, required: true },
  { name: 'script', editor: { kind: 'longText', max: 1200 } as Editor, required: true },
  { name: 'department', editor: NAME, required: true },
  { name: 'requester', editor: NAME, required: true },
  { name: 'fromAt', editor: LATER, required: true },
  { name: 'toAt', editor: LATER, required: true },
  { name: 'repetitions', editor: COUNT, required: true, first: '2' },
  { name: 'note', editor: NOTE },
] as const;
