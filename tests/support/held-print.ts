import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { monthOf } from '../../shared/dates';
import type { Result } from '../../shared/result';
import { callOp, type Desk } from './app';

/** What `prints.run` answers. */
export interface Printed {
  pages: number;
  path: string | null;
  cancelled: boolean;
}

/** Where the held print saves its file. */
export const heldFile = (desk: Desk): string => join(desk.folder, 'out.pdf');

/**
 * Starts a real print of this month's register and holds its window open between layout and PDF; `look` sees the print
 * page and knows the job. Answers what the print said in the end.
 */
export async function withHeldPrint(
  desk: Desk,
  look: (page: Page, job: string) => Promise<void>,
): Promise<Result<Printed>> {
  await desk.chooses(heldFile(desk));
  await desk.app.evaluate(({ app }) => {
    const hold = Promise.withResolvers<void>();
    (globalThis as { letGo?: () => void }).letGo = hold.resolve;
    app.once('web-contents-created', (_event, contents) => {
      const draw = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        await hold.promise;
        return draw(options);
      };
    });
  });
  const job = randomUUID();
  const opened = desk.app.waitForEvent('window');
  const done = callOp(desk.page, 'prints.run', {
    request: { form: 'F01', month: monthOf(new Date().toISOString()) },
    to: 'pdf',
    path: null,
    job,
  });
  const page = await opened;
  await page.waitForLoadState('load');
  await look(page, job);
  await desk.app.evaluate(() => (globalThis as { letGo?: () => void }).letGo?.());
  return done as Promise<Result<Printed>>;
}
