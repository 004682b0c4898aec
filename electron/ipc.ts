import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { HostEvent } from '../shared/api';
import type { Result } from '../shared/result';
import type { Caller, Door } from './door';
import { PAGE_ORIGIN } from './guard';
import type { PrintSeat, SessionPort } from './host';
import type { Page } from './pages';

/**
 * The only `ipcMain.handle` (trust.md E3). Who may speak is decided before anything is looked at: a window that main
 * itself made and admitted, its main frame, the exact origin and page. The actor comes from the session in main.
 */

interface Admitted {
  contents: WebContents;
  page: Page;
  seat?: PrintSeat;
}

const refused = (reason: string): Result<never> => ({ ok: false, error: { kind: 'refused', reason } });

/** What answers an admitted sender: the door, or in headless printing the seat alone (print/seat.ts). */
export type Answer = Door['call'];

export class Bridge {
  readonly #known = new Map<number, Admitted>();

  /** Starts answering. Call once. */
  listen(answer: Answer, session: SessionPort): void {
    ipcMain.handle('op', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
      const admitted = this.#senderOf(event);
      if (!admitted) return refused('notAllowed');
      if (typeof name !== 'string') return refused('unknownOperation');
      if (namesFile(input)) return refused('notAllowed');
      return answer(name, input, callerOf(admitted, session));
    });
  }

  /** Admits the window people work in. */
  admitMain(contents: WebContents): void {
    this.#admit({ contents, page: 'index.html' });
  }

  /** Admits a hidden print window with the pages it must draw. */
  admitPrint(contents: WebContents, seat: PrintSeat): void {
    this.#admit({ contents, page: 'print.html', seat });
  }

  isMain(contents: WebContents | null): boolean {
    return contents !== null && this.#known.get(contents.id)?.page === 'index.html';
  }

  /** Tells the people's windows; print windows hear nothing. */
  send(event: HostEvent): void {
    for (const { contents, page } of this.#known.values()) {
      if (page === 'index.html' && !contents.isDestroyed()) contents.send('host', event);
    }
  }

  #admit(admitted: Admitted): void {
    const { id } = admitted.contents;
    this.#known.set(id, admitted);
    admitted.contents.once('destroyed', () => this.#known.delete(id));
  }

  #senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Admitted | null {
    const admitted = this.#known.get(sender.id);
    if (!admitted || admitted.contents !== sender || !senderFrame) return null;
    if (senderFrame !== sender.mainFrame || senderFrame.parent !== null) return null;
    if (senderFrame.origin !== PAGE_ORIGIN) return null;
    // about:blank and blob: pages can inherit the origin; the address itself must be the admitted page.
    return pageOf(senderFrame.url) === admitted.page ? admitted : null;
  }
}

/** The page behind an address of ours, else null. */
function pageOf(address: string): string | null {
  try {
    const url = new URL(address);
    // `origin` of a custom scheme is 'null' for Node's URL; compare the pieces.
    if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return null;
    return url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
  } catch {
    return null;
  }
}

function callerOf({ seat }: Admitted, session: SessionPort): Caller {
  if (seat) return { actor: null, locked: false, printWindow: seat };
  return { actor: session.actor(), locked: session.phase() === 'locked' };
}

/**
 * Prints and exports are saved where the person says in the system's dialog. A page may not name a file: whoever took
 * over a page could overwrite any file of this user (trust.md E1). The command line names files; it does not pass here.
 */
const namesFile = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  'path' in input &&
  input.path !== null &&
  input.path !== undefined;
