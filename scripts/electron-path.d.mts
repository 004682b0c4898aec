/** Types of electron-path.mjs, for the end-to-end tests. */
export function electronPath(): string;
export const electronFlags: string[];
