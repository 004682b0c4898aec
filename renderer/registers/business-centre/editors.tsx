import { choiceIn, type Editor } from '../../book/editors';

/** Fields several forms of the business centre share. */

export const NAME: Editor = { kind: 'text', max: 60 };
export const NUMBER: Editor = { kind: 'text', max: 30 };
export const LATER: Editor = { kind: 'time', later: true };

/** One of this room's codes. */
export const choice = choiceIn('business');
