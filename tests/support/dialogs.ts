import type { ElectronApplication } from '@playwright/test';

/** The system's dialogs in end-to-end tests: nobody can press their buttons, so main is told what a person would choose. */

/**
 * Takes the place of every dialog of the system, those of operations still to come included: each is cancelled at once
 * until `chooseFile` names a file. A dialog that waited for an answer would hold its operation, and the test, for good.
 */
export async function answerDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const desk = globalThis as { chosenFile?: string | null };
    const answer = () => {
      const path = desk.chosenFile ?? null;
      return {
        canceled: path === null,
        filePath: path ?? '',
        filePaths: path === null ? [] : [path],
        response: 0,
        checkboxChecked: false,
      };
    };
    const sync: Record<string, () => unknown> = {
      showSaveDialogSync: () => desk.chosenFile ?? undefined,
      showOpenDialogSync: () => (desk.chosenFile ? [desk.chosenFile] : undefined),
      showMessageBoxSync: () => 0,
      showErrorBox: () => undefined,
    };
    const every = new Set([
      ...Object.keys(dialog),
      ...Object.getOwnPropertyNames(Object.getPrototypeOf(dialog)),
    ]);
    for (const name of every)
      if (name.startsWith('show')) Object.assign(dialog, { [name]: sync[name] ?? (async () => answer()) });
  });
}

/** The file a person would choose in whatever dialog comes next, to save or to open; null: they cancel. */
export async function chooseFile(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate((_electron, chosen) => {
    (globalThis as { chosenFile?: string | null }).chosenFile = chosen;
  }, path);
}
