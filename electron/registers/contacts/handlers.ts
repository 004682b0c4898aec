import type { HandlersFor } from '../handlers';
import { close, pass, promise, rate, reopen, report, takeOver } from './acts';
import { correct, markSeen, voidContact } from './correct';
import { convert, link } from './link';
import { counts, entry, list, monthRate, unmask } from './look';
import { register } from './register';

/** S11 来电、来信、来访接待记录. */
export const contactLogHandlers: HandlersFor<'contactLogs'> = {
  list,
  counts,
  entry,
  monthRate,
  register,
  takeOver,
  pass,
  promise,
  close,
  reopen,
  rate,
  report,
  convert,
  link,
  correct,
  void: voidContact,
  markSeen,
  unmask,
};
