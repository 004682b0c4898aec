import type { FormNumber } from '../../../shared/print/forms';
import type { Actor } from '../../../shared/registers/session';
import { Refusal } from '../../../shared/result';
import { holds } from '../../../shared/roles';
import type { Paper } from '../../papers/paper';
import { cardLabel, F40 } from '../access-cards/papers';
import { monthBinding } from '../bindings/papers';
import { F36, F37 } from '../broadcasts/papers';
import { F30 } from '../business-centre/board-paper';
import { F28, F29 } from '../business-centre/papers';
import { F18 } from '../contacts/papers';
import { custodyTag, F24, F25, moveList, toolLabel } from '../custody/papers';
import { customBook } from '../custom/papers';
import { F21 } from '../diaries/papers';
import { F20, F20b } from '../duty-log/papers';
import { notice } from '../found-items/notice-of';
import { F01, F02, F03, F04, label } from '../found-items/papers';
import { F26, F27 } from '../goods-releases/papers';
import { F19 } from '../handovers/papers';
import { F09, F10, F12 } from '../key-desk/papers';
import { F11, F13, F14 } from '../key-desk/sheets';
import { F05, keyLabel, sealStrip } from '../keys/papers';
import { F07, F08, F15 } from '../keys/sheet-papers';
import { F22, F23, mailReceipt, shelfLabel } from '../mail/papers';
import { F96 } from '../meetings/papers';
import { F33, F34, noticeSheet } from '../notices/papers';
import { coverList, F91 } from '../rosters/papers';
import { F41, F48, unitLabel } from '../units/papers';
import { F42 } from '../units/party-papers';
import { disclosureList, evacuation, F16, F17, passLabel } from '../visits/papers';

/** The LIST of papers: every form of shared/print/form-list.ts. A missing one does not compile. */
export const PAPERS: { readonly [Form in FormNumber]: Paper<Form> } = {
  F01,
  F02,
  F03,
  F04,
  label,
  notice,
  F05,
  keyLabel,
  sealStrip,
  F07,
  F08,
  F15,
  F19,
  F20,
  F20b,
  F21,
  F96,
  F26,
  F27,
  F22,
  F18,
  F23,
  mailReceipt,
  shelfLabel,
  F33,
  F34,
  noticeSheet,
  F36,
  F37,
  F40,
  cardLabel,
  F24,
  custodyTag,
  F25,
  toolLabel,
  moveList,
  F28,
  F29,
  F30,
  customBook,
  F16,
  F17,
  evacuation,
  passLabel,
  disclosureList,
  F91,
  coverList,
  F09,
  F10,
  F11,
  F12,
  F13,
  F14,
  F41,
  unitLabel,
  F42,
  F48,
  monthBinding,
};

/** The paper of a form, for somebody who may print it. Errors: Refusal `notAllowed`. */
export function paperFor(form: FormNumber, actor: Actor | null): Paper {
  const paper = PAPERS[form];
  if (!actor || !holds(actor.roles, paper.permit)) throw new Refusal('notAllowed');
  return paper;
}
