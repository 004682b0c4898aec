/** Types of screen.mjs, for the end-to-end tests. */
export function openScreen(): Promise<{ env: Record<string, string>; close: () => void }>;
