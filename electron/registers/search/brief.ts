/** One line of the omni-box and of the scanner's card: enough to recognise an entry and to know its next act. */
export interface Brief {
  entryId: string;
  serialNo: string;
  title: string;
  /** Place, person, time: plain text, no phone, no verification features. */
  detail: string;
  state: string;
  /** When it happened (found, lost, lent, arrived). */
  at: string;
  /** Operation that Enter preselects; null when nothing is left to do. */
  next: string | null;
}
